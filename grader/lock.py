"""One run at a time in a folder: a lock that dies with its process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.model import ZachetkaError, message


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`; a ZachetkaError that names the other process when it is taken."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    try:
        if not _taken(fd):
            holder = os.pread(fd, 20, 0).decode("ascii", "replace").strip() or "?"
            problem = message(
                "another run is writing to {folder} (process {pid}). Wait for it, or choose another --out",
                folder=str(path.parent),
                pid=holder,
            )
            raise ZachetkaError(problem)
        os.ftruncate(fd, 0)
        os.write(fd, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(fd)


def _taken(fd: int) -> bool:
    """Whether the lock is ours now. Systems without flock (Windows) cannot tell and go on."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
