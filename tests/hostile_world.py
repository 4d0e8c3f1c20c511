"""A world worth attacking: a secret in the environment, somebody who listens, and a look at what was left behind."""

from __future__ import annotations

import ctypes
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

PORT = 47113
ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER


@contextmanager
def hostile_world() -> Iterator[None]:
    """A secret in the environment; listeners by TCP, UDP and an abstract unix socket; orphans become our children."""
    os.environ["ZACHETKA_SECRET"] = "the seed and all answers"
    prctl = ctypes.CDLL(None).prctl
    prctl(ADOPT_ORPHANS, 1, 0, 0, 0)
    with ExitStack() as stack:
        for family, kind, address in (
            (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", PORT)),
            (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", PORT)),
            (socket.AF_UNIX, socket.SOCK_STREAM, "\0zachetka-test-listener"),
        ):
            listener = stack.enter_context(socket.socket(family, kind))
            with suppress(OSError):  # another run of the tests listens already
                listener.bind(address)
                if kind == socket.SOCK_STREAM:
                    listener.listen(64)
        yield
    prctl(ADOPT_ORPHANS, 0, 0, 0, 0)  # whoever starts processes later would find their orphans unburied
    del os.environ["ZACHETKA_SECRET"]


def left_behind() -> list[str]:
    """Files that an attack could leave where others find them."""
    folders = (
        "/",
        "/tmp",
        "/var/tmp",
        "/dev/shm",
        "/run",
        "/run/lock",
        tempfile.gettempdir(),
        os.getcwd(),
        Path.home(),
    )
    found = {str(path) for folder in folders for path in Path(folder).glob("zachetka[-_]left*")}
    return sorted(found)


def survivors() -> set[int]:
    """The children of this process; what a worker leaves behind would be among them."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):
            if f"PPid:\t{os.getpid()}\n" in status.read_text():
                found.add(int(status.parent.name))
    return found
