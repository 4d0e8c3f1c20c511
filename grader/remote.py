"""A worker as the checker sees it: it loads a submission and answers calls, until it ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

import numpy as np

from grader.calls import Answers, Ending, Limits, Loaded
from grader.child import Child, StartError
from grader.exchange import Exchange
from grader.model import Source, ZachetkaError, message
from grader.parcel import Parcel, framed
from grader.replies import answer_in, loaded
from grader.wire import encode


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
        exchange = Exchange(self._child, limits, partial(loaded, names=names))
        ending = exchange.run(framed(encode(("load", files, list(names)))), 1)
        self._allowed = None  # what was loaded belongs to the submission; calls get their memory on top
        return exchange.replies[0] if ending is None else ending

    def call(self, name: str, calls: Sequence[bytes] | Parcel, limits: Limits) -> Answers:
        """The answers to calls, each the encoded pair of positional and keyword arguments.

        A reply that is byte for byte what the parcel expects brings the very answer that is known there.
        """
        if self._allowed != limits.megabytes:
            self._allow(limits.megabytes)
        parcel = calls if isinstance(calls, Parcel) else Parcel(calls)
        kind = "module" if name[:1].isupper() else "call"  # a class is a PyTorch module
        wanted = len(parcel.calls)
        head = framed(encode((kind, name, wanted, limits.reply_bytes)))
        exchange = Exchange(self._child, limits, answer_in, parcel)
        ending = exchange.run(head + parcel.body, wanted)
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
