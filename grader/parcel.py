"""A batch of calls as it crosses: the bytes of the request, and of the replies that would all be right."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from grader.calls import Answer, Known

STRIDE = 16
_size = struct.Struct("<I").pack


def framed(payload: bytes) -> bytes:
    """A payload with its length before it."""
    return _size(len(payload)) + payload


class Parcel:
    """Encoded calls, and for some of them what is known of the reply; made once, it is sent to every submission."""

    def __init__(self, calls: Sequence[bytes], known: Sequence[Known | None] = ()) -> None:
        self.calls = tuple(calls)
        self.known = tuple(known) or (None,) * len(self.calls)

    @cached_property
    def body(self) -> bytes:
        """The frames of all calls."""
        return b"".join(part for call in self.calls for part in (_size(len(call)), call))

    @cached_property
    def answers(self) -> tuple[Answer | None, ...]:
        """What is known to be right."""
        return tuple(None if one is None else one.answer for one in self.known)

    @cached_property
    def _expected(self) -> bytes:
        return b"".join(b"" if one is None else framed(one.reply) for one in self.known)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each expected frame begins, and after the last where it ends."""
        sizes = (0 if one is None else 4 + len(one.reply) for one in self.known)
        return list(accumulate(sizes, initial=0))

    @cached_property
    def _gaps(self) -> list[int]:
        """For each call the first from there on of whose reply nothing is known."""
        gaps = [len(self.known)]
        for number in range(len(self.known) - 1, -1, -1):
            gaps.append(number if self.known[number] is None else gaps[-1])
        return gaps[::-1]

    def recognised(self, data: bytes, at: int, number: int) -> tuple[int, int]:
        """The number of the first reply that is not, whole and byte for byte, the expected one, and where it begins."""
        for stride in (STRIDE, 1):
            start, last = self._starts[number], min(self._gaps[number], number + stride)
            here = data[at : at + self._starts[last] - start]
            if here == self._expected[start : start + len(here)]:
                first = bisect_right(self._starts, start + len(here), number, last + 1) - 1
                return first, at + self._starts[first] - start
        return number, at
