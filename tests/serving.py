"""A worker for tests: `serve` in a forked child behind two pipes, with no sandbox around it."""

from __future__ import annotations

import os
import resource
import signal
import struct
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from textwrap import dedent
from typing import Any

import numpy as np

from grader import wire
from grader.worker import serve


class Dead(Exception):
    """The child is gone before it answered."""


class Client:
    """The checker's end: it trusts its child, which a real checker does not."""

    def __init__(self) -> None:
        theirs_in, self._to = os.pipe()
        self._from, theirs_out = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._to)
            os.close(self._from)
            _serve(theirs_in, theirs_out)
        os.close(theirs_in)
        os.close(theirs_out)
        self._replies = os.fdopen(self._from, "rb")

    def send(self, *frames: bytes) -> None:
        data = b"".join(struct.pack("<I", len(frame)) + frame for frame in frames)
        threading.Thread(target=self._write, args=(data,), daemon=True).start()

    def _write(self, data: bytes) -> None:
        try:
            while data:
                data = data[os.write(self._to, data) :]
        except OSError:
            return

    def receive(self) -> Any:
        head = self._replies.read(4)
        if len(head) < 4:
            raise Dead
        (size,) = struct.unpack("<I", head)
        return wire.decode(self._replies.read(size))

    def load(self, files: Mapping[str, bytes | str], *names: str) -> Any:
        """The found rows by name, the errors and the remarks as English sentences."""
        sources = [(name, np.frombuffer(as_bytes(text), np.uint8)) for name, text in files.items()]
        self.send(wire.encode(("load", sources, list(names))))
        kind, found, errors, remarks = self.receive()
        assert kind == "loaded"
        rows = {name: (file, what, *said(more)) for name, file, what, more in found}
        return rows, said(errors), said(remarks)

    def calls(self, name: str, *args: tuple[Any, ...], most: int = 1 << 20) -> list[Any]:
        """The replies to calls, each with a tuple of positional arguments."""
        frames = [wire.encode((one, {})) for one in args]
        self.send(wire.encode(("call", name, len(frames), most)), *frames)
        return [self.receive() for _ in frames]

    def call(self, name: str, *args: Any, most: int = 1 << 20) -> Any:
        return self.calls(name, args, most=most)[0]

    def close(self) -> None:
        self._replies.close()
        os.close(self._to)
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def _serve(incoming: int, outgoing: int) -> None:
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nothing, number)
        sys.stdin, sys.stdout, sys.stderr = (open(number, "w" if number else "r") for number in range(3))  # noqa: SIM115
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        serve(incoming, outgoing)
    finally:
        os._exit(1)


def as_bytes(text: bytes | str) -> bytes:
    return dedent(text).encode() if isinstance(text, str) else text


def said(messages: list[tuple[str, dict[str, Any]]]) -> list[str]:
    return [template.format(**blanks) for template, blanks in messages]


@contextmanager
def worker() -> Iterator[Client]:
    """A fresh child; it is gone afterwards."""
    client = Client()
    try:
        yield client
    finally:
        client.close()
