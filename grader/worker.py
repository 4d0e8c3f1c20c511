"""The loop of the child that holds a student's code: it loads files, answers calls, and knows no answers.

A frame is a length of four bytes and a value of the wire. What the loop needs is bound before student code runs.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from os import read, write
from typing import Any

from grader.defined import find
from grader.encode import encode, encode_returned
from grader.hooks import unhooked
from grader.modules import Modules
from grader.remarks import kinds, text_of, where
from grader.torchmodule import bind, run
from grader.wire import Oversize, decode

globals()["__builtins__"] = dict(vars(builtins))  # out of a student's reach

PIECE = 1 << 16
MOST_REMARKS = 50


class Closed(Exception):
    """The checker has closed the channel."""


@dataclass(slots=True)
class Channel:
    """Frames in, frames out."""

    incoming: int
    outgoing: int
    _waiting: bytes = b""
    _at: int = 0

    def receive(self) -> bytes:
        """The next frame; Closed at the end."""
        at = self._hold(4)
        size = int.from_bytes(self._waiting[at : at + 4], "little")
        self._at = at + 4
        at = self._hold(size)
        self._at = at + size
        return self._waiting[at : at + size]

    def send(self, payload: bytes) -> None:
        """Nothing; the frame is written at once, so that what was answered before a kill counts."""
        frame = len(payload).to_bytes(4, "little") + payload
        sent = write(self.outgoing, frame)
        while sent < len(frame):
            sent += write(self.outgoing, memoryview(frame)[sent:])

    def _hold(self, size: int) -> int:
        """Where the next bytes begin, once so many are there."""
        lacking = self._at + size - len(self._waiting)
        if lacking > 0:
            pieces = [self._waiting[self._at :]]
            while lacking > 0:
                piece = read(self.incoming, PIECE)
                if not piece:
                    raise Closed
                pieces.append(piece)
                lacking -= len(piece)
            self._waiting, self._at = b"".join(pieces), 0
        return self._at


@dataclass(slots=True)
class Session:
    """What is loaded: things by their wanted names, and the student's files."""

    channel: Channel
    taken: frozenset[str]
    things: dict[str, Any] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def serve(fd_in: int, fd_out: int) -> None:
    """Nothing; it answers requests until the channel is closed."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "grader"]:
        del sys.modules[name]  # a student who imports it gets another copy, or none
    bind()
    session = Session(Channel(fd_in, fd_out), frozenset(sys.modules))
    handlers = dict(HANDLERS)
    while True:
        try:
            kind, *rest = decode(session.channel.receive())
        except Closed:
            return
        handlers[kind](session, *rest)


def _load(session: Session, sources: list[tuple[str, Any]], names: list[str]) -> None:
    """Nothing; the files have run, and the checker knows what was found in them."""
    modules = Modules([(file, data.tobytes()) for file, data in sources], session.taken)
    session.files = modules.files
    modules.load()
    session.things, found = find(modules, names)
    session.channel.send(encode(("loaded", found, modules.errors[:MOST_REMARKS], modules.remarks[:MOST_REMARKS])))


def _call(session: Session, name: str, count: int, most: int) -> None:
    """Nothing; each call of a function that follows is answered as soon as it returns."""
    _answer_all(session, session.things.get(name, _missing), count, most)


def _module(session: Session, name: str, count: int, most: int) -> None:
    """Nothing; for each call that follows the PyTorch module of that name is built and run."""
    _answer_all(session, partial(run, session.things.get(name, _missing)), count, most)


def _answer_all(session: Session, function: Callable[..., Any], count: int, most: int) -> None:
    channel, files = session.channel, session.files
    receive, send, answer = channel.receive, channel.send, _answer
    for _ in range(count):
        send(answer(function, receive(), most, files))


def _answer(function: Callable[..., Any], call: bytes, most: int, files: dict[str, str]) -> bytes:
    """The reply to one call: what came back or what was raised, and whether the arguments were left alone."""
    args, kwargs = decode(call)
    try:
        value = unhooked(function, *args, **kwargs)
        try:
            return encode_returned(value, not _is(call, args, kwargs), most)
        except Oversize as over:
            return encode(("oversize", over.nbytes))
    except BaseException as error:
        return encode(("raised", kinds(error), text_of(error), where(error, files), not _is(call, args, kwargs)))


def _is(call: bytes, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    """Whether the arguments are still those that came: as bytes, so that a NaN is equal to itself."""
    try:
        return encode((args, kwargs), len(call)) == call
    except BaseException:
        return False


def _missing(*_: Any, **__: Any) -> None:
    raise NameError("there is no function of this name")


Handler = Callable[..., None]
HANDLERS: dict[str, Handler] = {"load": _load, "call": _call, "module": _module}
