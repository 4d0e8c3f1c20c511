"""A worker as the checker sees it: it loads a submission and answers calls, until it ends."""

from __future__ import annotations

import struct
from collections.abc import Collection, Sequence

import numpy as np

from grader.calls import Answer, Answers, Ending, Known, Limits, Loaded
from grader.child import Child, StartError
from grader.exchange import Exchange
from grader.model import Source, ZachetkaError, message
from grader.replies import answer_in, loaded
from grader.wire import encode

_size = struct.Struct("<I").pack


class Worker:
    """A fresh process for one submission. One thread at a time uses it, and after an ending it is gone."""

    def __init__(self, child: Child) -> None:
        self._child = child
        self._allowed: int | None = None

    @property
    def pid(self) -> int:
        """The process id as the checker sees it."""
        return self._child.pid

    def load(self, sources: Sequence[Source], names: Collection[str], limits: Limits) -> Loaded | Ending:
        """What loading the files brought, or why it ended."""
        self._allow(limits.megabytes)
        files = [(source.name, np.frombuffer(source.data, np.uint8)) for source in sources]
        exchange = Exchange(self._child, limits, lambda frame, _: loaded(frame, names))
        ending = exchange.run(_framed(encode(("load", files, list(names)))), 1)
        self._allowed = None  # what was loaded belongs to the submission; calls get their memory on top
        return exchange.replies[0] if ending is None else ending

    def call(self, name: str, calls: Sequence[bytes], limits: Limits, known: Sequence[Known | None] = ()) -> Answers:
        """The answers to calls, each the encoded pair of positional and keyword arguments.

        A reply that is byte for byte the one in `known` brings the very answer that stands there.
        """

        def meaning(frame: bytes, number: int) -> Answer:
            right = known[number] if known else None
            return right.answer if right is not None and right.reply == frame else answer_in(frame)

        if self._allowed != limits.megabytes:
            self._allow(limits.megabytes)
        kind = "module" if name[:1].isupper() else "call"  # a class is a PyTorch module
        head = _framed(encode((kind, name, len(calls), limits.reply_bytes)))
        request = b"".join([head, *[part for call in calls for part in (_size(len(call)), call)]])
        exchange = Exchange(self._child, limits, meaning)
        ending = exchange.run(request, len(calls))
        return Answers(tuple(exchange.replies), ending, exchange.cpu_seconds)

    def _allow(self, megabytes: int) -> None:
        try:
            self._child.allow(megabytes)
        except StartError as error:
            raise ZachetkaError(message("a worker could not be limited: {why}", why=str(error)), status=3) from None
        self._allowed = megabytes

    def close(self) -> None:
        """Nothing; the process is gone."""
        self._child.discard()


def _framed(payload: bytes) -> bytes:
    return _size(len(payload)) + payload
