"""Landlock: files are closed but for the trees that Python itself reads; no TCP, no signals to the outside."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Collection, Iterator

from grader.isolation import libc
from grader.isolation.mounts import DEVICES, within

WRITE_FILE, READ_FILE, READ_DIR, TRUNCATE = 1 << 1, 1 << 2, 1 << 3, 1 << 14
FILES_BY_ABI = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # how many rights on files each version knows
NETWORK, SCOPES = 0b11, 0b11  # bind and connect; abstract sockets and signals


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


def version() -> int:
    """The version of landlock's interface; OSError where the kernel has none."""
    return libc.syscall(libc.LANDLOCK_CREATE_RULESET, None, 0, 1)


def ruleset(trees: Collection[str], hidden: Collection[str]) -> int:
    """A descriptor of rules that let the trees be read, less what is hidden in them."""
    abi = version()
    rights = (1 << FILES_BY_ABI.get(abi, 16)) - 1
    wanted = _Ruleset(rights, NETWORK if abi >= 4 else 0, SCOPES if abi >= 6 else 0)
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    rules = libc.syscall(libc.LANDLOCK_CREATE_RULESET, wanted, size, 0)
    for tree in trees:
        for path, allowed in readable(tree, hidden):
            _allow(rules, path, allowed)
    for device in DEVICES:
        _allow(rules, device, READ_FILE)
    _allow(rules, "/dev/null", (READ_FILE | WRITE_FILE | TRUNCATE) & rights)
    return rules


def restrict(rules: int) -> None:
    """Nothing; this process and its children obey the rules from now on. Needs no_new_privs."""
    libc.syscall(libc.LANDLOCK_RESTRICT_SELF, rules, 0)


def readable(path: str, hidden: Collection[str]) -> Iterator[tuple[str, int]]:
    """Paths and rights that open a tree but for what is hidden: rules only ever add."""
    if path in hidden:
        return
    if not any(within(other, path) for other in hidden):
        yield path, READ_FILE | READ_DIR
        return
    yield path, READ_DIR
    for name in os.listdir(path):
        yield from readable(os.path.join(path, name), hidden)


def _allow(rules: int, path: str, allowed: int) -> None:
    try:
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what is not there needs no rule
    try:
        rights = allowed if os.path.isdir(path) else allowed & ~READ_DIR
        beneath = ctypes.create_string_buffer(struct.pack("=Qi", rights, parent), 12)
        libc.syscall(libc.LANDLOCK_ADD_RULE, rules, 1, beneath, 0)
    finally:
        os.close(parent)
