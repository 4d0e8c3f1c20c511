"""A new root that holds the interpreter's trees, read-only, and nothing else: no /proc, no home, no course."""

from __future__ import annotations

import ctypes
import os
import stat
from collections.abc import Collection, Mapping

from grader.isolation import libc

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT = 1, 2, 4, 8, 32
MS_REC, MS_PRIVATE, MNT_DETACH = 0x4000, 0x40000, 2
OPEN_TREE_CLONE, AT_RECURSIVE, AT_EMPTY_PATH, MOVE_MOUNT_F_EMPTY_PATH = 1, 0x8000, 0x1000, 4
ATTR_RDONLY, ATTR_NOSUID, ATTR_NODEV = 1, 2, 4
HERE = -100  # AT_FDCWD

COVERS = ("/tmp", "/var", "/usr")
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")


class _Attributes(ctypes.Structure):
    _fields_ = (
        ("set", ctypes.c_uint64),
        ("clear", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("userns", ctypes.c_uint64),
    )


def enclose(trees: Collection[str], hidden: Collection[str]) -> None:
    """Nothing; afterwards `/` holds the trees and a few devices, and what is hidden is empty. The old root is gone.

    The new root covers a folder of the old one, so every tree is opened before: a virtual environment may lie there.
    """
    libc.call("mount", b"none", b"/", None, MS_REC | MS_PRIVATE, None)
    clones = {path: _clone(path, ATTR_RDONLY | ATTR_NOSUID | ATTR_NODEV) for path in _outermost(trees)}
    clones |= {path: _clone(path, ATTR_RDONLY | ATTR_NOSUID) for path in DEVICES if os.path.exists(path)}
    cover = next(folder for folder in COVERS if os.path.isdir(folder))
    _tmpfs(cover, "mode=755,size=1m")
    _plant(cover, clones)
    _cover(cover, trees, hidden)
    _close_doors(cover)
    os.chdir(cover)
    libc.call("pivot_root", b".", b".")
    libc.call("umount2", b".", MNT_DETACH)
    os.chdir("/")
    libc.call("mount", b"none", b"/", None, MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, b"size=1m")


def _outermost(trees: Collection[str]) -> list[str]:
    """The trees that lie in no other one."""
    return [tree for tree in sorted(set(trees)) if not any(within(tree, other) for other in trees if other != tree)]


def within(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies below it."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _clone(path: str, attributes: int) -> int:
    """A descriptor of a detached copy of the mounts at a path."""
    flags = OPEN_TREE_CLONE | AT_RECURSIVE | os.O_CLOEXEC
    clone = libc.syscall(libc.OPEN_TREE, HERE, os.fsencode(path), flags)
    wanted = _Attributes(attributes, 0, 0, 0)
    libc.syscall(libc.MOUNT_SETATTR, clone, b"", AT_EMPTY_PATH | AT_RECURSIVE, wanted, ctypes.sizeof(wanted))
    return clone


def _tmpfs(path: str, options: str) -> None:
    libc.call("mount", b"none", os.fsencode(path), b"tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, options.encode())


def _plant(root: str, clones: Mapping[str, int]) -> None:
    """Nothing; each clone stands at its own path below the root."""
    for path, clone in clones.items():
        target = root + path
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if stat.S_ISDIR(os.fstat(clone).st_mode):
            os.makedirs(target, exist_ok=True)
        else:
            os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o600))
        libc.syscall(libc.MOVE_MOUNT, clone, b"", HERE, os.fsencode(target), MOVE_MOUNT_F_EMPTY_PATH)
        os.close(clone)


def _cover(root: str, trees: Collection[str], hidden: Collection[str]) -> None:
    """Nothing; hidden folders inside a tree are covered by empty ones, hidden files by /dev/null."""
    for path in hidden:
        target = root + path
        if not any(within(path, tree) for tree in trees) or not os.path.exists(target):
            continue
        if os.path.isdir(target):
            libc.call("mount", b"none", os.fsencode(target), b"tmpfs", MS_RDONLY | MS_NOSUID, b"mode=0,size=4k")
        else:
            libc.call("mount", os.fsencode(root + "/dev/null"), os.fsencode(target), None, 4096, None)


def _close_doors(root: str) -> None:
    """Nothing; the folders we made may be walked through but not listed."""
    device = os.stat(root).st_dev
    for folder, names, _ in os.walk(root, topdown=True):
        names[:] = [name for name in names if os.lstat(os.path.join(folder, name)).st_dev == device]
        os.chmod(folder, 0o111)
