"""System calls that Python 3.11 has no name for; every failure is an OSError."""

from __future__ import annotations

import ctypes
import os
from functools import cache

# The numbers of system calls since Linux 5.1 are the same on every architecture.
OPEN_TREE, MOVE_MOUNT, MOUNT_SETATTR = 428, 429, 442
LANDLOCK_CREATE_RULESET, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT_SELF = 444, 445, 446

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP = 1, 4, 22, 24
PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT = 38, 47

Argument = int | bytes | None | ctypes.Array[ctypes.c_char] | ctypes.Structure


@cache
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _convert(argument: Argument) -> object:
    match argument:
        case int():
            return ctypes.c_long(argument)
        case ctypes.Structure():
            return ctypes.byref(argument)
        case _:
            return argument


def call(name: str, *arguments: Argument) -> int:
    """What the C library's function returned."""
    result: int = getattr(_library(), name)(*map(_convert, arguments))
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{name}: {os.strerror(error)}")
    return result


def syscall(number: int, *arguments: Argument) -> int:
    """What the system call of this number returned."""
    return call("syscall", number, *arguments)


def prctl(option: int, *arguments: Argument) -> int:
    """What prctl returned; arguments left out are zero."""
    return call("prctl", option, *arguments, *[0] * (4 - len(arguments)))
