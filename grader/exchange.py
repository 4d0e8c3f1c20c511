"""One request to a worker and its replies, under both clocks and the byte caps; neither side can block the other."""

from __future__ import annotations

import selectors
import signal
import time
from collections.abc import Callable
from typing import Generic, TypeVar, cast

from grader.calls import Ending, Limits
from grader.child import Child, Exit
from grader.model import Message, Verdict, message
from grader.parcel import Parcel
from grader.wire import Oversize, WireError

Reply = TypeVar("Reply")

POLL_SECONDS = 0.02
BREATH = 0.001
SHORTEST = 0.0001
PIECE = 1 << 18
STREAM_REPLIES = 16  # all replies together: this many of the largest
LAST_MOMENTS = 0.5
ENVELOPE = 1024  # what stands around the value in a reply


class Stopped(Exception):
    """The exchange is over before all was answered."""

    def __init__(self, verdict: Verdict, why: Message) -> None:
        super().__init__(why.id)
        self.ending = Ending(verdict, why)


class Exchange(Generic[Reply]):
    """A request under way; `replies` holds what was answered so far; those a parcel expects need no reading."""

    def __init__(
        self, child: Child, limits: Limits, read: Callable[[bytes], Reply], parcel: Parcel | None = None
    ) -> None:
        self.replies: list[Reply] = []
        self.cpu_seconds = 0.0
        self._child = child
        self._limits = limits
        self._read = read
        self._parcel = parcel
        self._in = bytearray()
        self._lacking = 4  # so many bytes the next frame has, or its length
        self._out = memoryview(b"")
        self._received = 0

    def run(self, request: bytes, wanted: int) -> Ending | None:
        """Why it ended before `wanted` replies came, or None: then all came. After an ending the child is gone."""
        cpu, self._start = self._child.cpu(), time.monotonic()
        self._cpu_before, self._wanted, self._out = cpu, wanted, memoryview(request)
        try:
            with selectors.DefaultSelector() as selector:
                self._silence()
                self._converse(selector)
                self._silence()
        except Stopped as stopped:
            self.cpu_seconds = max(0.0, self._child.kill().cpu_seconds - cpu)
            return stopped.ending
        self.cpu_seconds = self._child.cpu() - cpu
        return None

    def _converse(self, selector: selectors.BaseSelector) -> None:
        self._send()
        writing, next_look = bool(self._out), self._start + POLL_SECONDS
        selector.register(self._child.channel, selectors.EVENT_READ | (selectors.EVENT_WRITE if writing else 0))
        while len(self.replies) < self._wanted:
            if time.monotonic() >= next_look:
                self._look_at_clocks()
                next_look = time.monotonic() + POLL_SECONDS
            for _, events in selector.select(POLL_SECONDS):
                if events & selectors.EVENT_READ:
                    self._receive()
                if events & selectors.EVENT_WRITE:
                    self._send()
            if writing and not self._out:
                writing = False
                selector.modify(self._child.channel, selectors.EVENT_READ)
            if self.replies and not writing:
                self._doze()

    def _doze(self) -> None:
        """Nothing; some replies more have come: each wake costs both sides more than a reply does."""
        each = (time.monotonic() - self._start) / len(self.replies)
        rest = each * (self._wanted - len(self.replies))
        if rest > SHORTEST:
            time.sleep(min(BREATH, rest / 2))

    def _send(self) -> None:
        try:
            self._out = self._out[self._child.channel.send(self._out[:PIECE]) :]
        except BlockingIOError:
            pass
        except OSError:
            self._out = memoryview(b"")  # it closed its end: what it said before may still be read

    def _receive(self) -> None:
        data = self._arrived()
        if data is None:
            return
        if not data:
            raise self._gone()
        self._received += len(data)
        if self._received > STREAM_REPLIES * self._limits.reply_bytes:
            raise Stopped(Verdict.OUTPUT_LIMIT, message("the answers together are too large"))
        self._in += data
        self._take_frames()

    def _arrived(self) -> bytes | None:
        """Bytes of the worker, none at its end; None when there is nothing yet."""
        try:
            return self._child.channel.recv(PIECE)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def _take_frames(self) -> None:
        if len(self._in) < self._lacking:
            return
        data, at, replies = bytes(self._in), 0, self.replies
        most = self._limits.reply_bytes + ENVELOPE
        while len(data) - at >= 4:
            if len(replies) == self._wanted:
                raise self._out_of_turn()
            if self._parcel is not None:
                number, at = self._parcel.recognised(data, at, len(replies))
                if number > len(replies):
                    replies += cast(list[Reply], self._parcel.answers[len(replies) : number])
                    continue
            size = int.from_bytes(data[at : at + 4], "little")
            if size > most:
                raise self._too_large(size)
            end = at + 4 + size
            if end > len(data):
                break
            replies.append(self._meaning(data[at + 4 : end]))
            at = end
        del self._in[:at]
        self._lacking = 4 if len(data) - at < 4 else end - at

    def _meaning(self, frame: bytes) -> Reply:
        try:
            return self._read(frame)
        except Oversize as oversize:
            raise self._too_large(oversize.nbytes) from None
        except WireError:
            self.replies.clear()
            raise Stopped(Verdict.CRASHED, message("it sent bytes that are no answer")) from None

    def _too_large(self, size: int) -> Stopped:
        most = self._limits.reply_bytes
        why = message("an answer of {size} bytes is larger than the {most} allowed", size=size, most=most)
        return Stopped(Verdict.OUTPUT_LIMIT, why)

    def _silence(self) -> None:
        """Nothing; Stopped when the worker speaks though it was not asked. Then none of its answers counts."""
        if self._in or self._arrived():
            raise self._out_of_turn()

    def _out_of_turn(self) -> Stopped:
        self.replies.clear()
        return Stopped(Verdict.CRASHED, message("it spoke out of turn"))

    def _look_at_clocks(self) -> None:
        spent, waited = self._child.cpu() - self._cpu_before, time.monotonic() - self._start
        limits = self._limits
        if limits.wider is not None and (spent > limits.cpu_seconds or waited > limits.wall_seconds):
            limits = self._limits = limits.wider()
        if spent > limits.cpu_seconds:
            why = message("it took more than {seconds} s of processor time", seconds=round(limits.cpu_seconds, 3))
            raise Stopped(Verdict.TIME_LIMIT, why)
        if waited > limits.wall_seconds:
            why = message("it did not answer within {seconds} s", seconds=round(limits.wall_seconds, 3))
            raise Stopped(Verdict.TIME_LIMIT, why)

    def _gone(self) -> Stopped:
        """Why the channel is closed, by the exit status; a process that only closed its end is killed."""
        if not self._child.ended(LAST_MOMENTS):
            return Stopped(Verdict.CRASHED, message("it closed the channel to the grader"))
        return stopped_by(self._child.kill())


def stopped_by(end: Exit) -> Stopped:
    """What the exit status of a process says."""
    if end.status >= 0:
        return Stopped(Verdict.CRASHED, message("it ended by itself with status {status}", status=end.status))
    number = -end.status
    if number == signal.SIGKILL:
        return Stopped(Verdict.MEMORY_LIMIT, message("the system killed it, which it does when memory runs out"))
    if number == getattr(signal, "SIGXCPU", None):
        return Stopped(Verdict.TIME_LIMIT, message("it used up its processor time"))
    name = next((one.name for one in signal.Signals if one == number), "")
    return Stopped(Verdict.CRASHED, message("it was killed by signal {number} ({name})", number=number, name=name))
