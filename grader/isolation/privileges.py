"""Privileges: an unprivileged user, no capabilities, and none to be had by any exec."""

from __future__ import annotations

import os
import pwd
import signal
import struct
from pathlib import Path

from grader.isolation import libc

CANDIDATES = range(64_007, 65_007)


def spare_user() -> int:
    """A uid that no account of this machine has, and no grader beside this one: threads are counted by user."""
    for number in range(len(CANDIDATES)):
        uid = CANDIDATES[(os.getpid() + number) % len(CANDIDATES)]
        try:
            pwd.getpwuid(uid)
        except KeyError:
            return uid
    raise OSError(f"every uid from {CANDIDATES[0]} to {CANDIDATES[-1]} belongs to an account")


def become(uid: int) -> None:
    """Nothing; root is that user from now on, in no group."""
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def drop_capabilities() -> None:
    """Nothing; capabilities are gone from every set that this process may change."""
    for capability in range(_last_capability() + 1):
        try:
            libc.prctl(libc.PR_CAPBSET_DROP, capability)
        except OSError:
            break  # without CAP_SETPCAP the bounding set stays, and no_new_privs makes it useless
    header = struct.pack("=Ii", 0x20080522, 0)  # version 3, this process
    libc.call("capset", header, bytes(24))


def _last_capability() -> int:
    try:
        return int(Path("/proc/sys/kernel/cap_last_cap").read_text())
    except OSError:
        return 40


def no_new_privileges() -> None:
    """Nothing; no exec of a setuid file gives anything any more."""
    libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)


def undumpable() -> None:
    """Nothing; processes of the same user cannot trace this one."""
    libc.prctl(libc.PR_SET_DUMPABLE, 0)


def die_with_parent() -> None:
    """Nothing; when the parent ends, this process is killed. A change of user resets it, so call it after."""
    libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
