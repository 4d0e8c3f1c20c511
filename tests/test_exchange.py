"""An exchange ends early, or everything was answered: never both, whatever moment the end chooses."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest

from grader import exchange
from grader.calls import Ending, Limits, Returned
from grader.child import Exit
from grader.exchange import Exchange
from grader.model import Verdict, message
from grader.parcel import Parcel, framed
from grader.replies import answer_in, reply_of

LIMITS = Limits(cpu_seconds=1.0, wall_seconds=5.0, megabytes=64, reply_bytes=1 << 10)
REPLY = framed(reply_of(1))


@dataclass
class Child:
    """A process that is its own channel: asked, it says everything at once; heard, it has used up its time."""

    near: socket.socket
    far: socket.socket
    says: bytes = b""
    leaves: bool = False
    heard: bool = False
    pid = 0

    @property
    def channel(self) -> socket.socket:
        return self  # type: ignore[return-value]

    def fileno(self) -> int:
        return self.near.fileno()

    def recv(self, size: int) -> bytes:
        data = self.near.recv(size)
        self.heard = True
        return data

    def send(self, data: bytes) -> int:
        self.far.sendall(self.says)
        if self.leaves:
            self.far.close()
        return len(data)

    def cpu(self) -> float:
        return 99.0 if self.heard else 0.0

    def kill(self) -> Exit:
        return Exit(0, self.cpu())


@pytest.fixture
def child() -> Iterator[Child]:
    near, far = socket.socketpair()
    near.setblocking(False)
    with closing(near), closing(far):
        yield Child(near, far)


def asked(child: Child) -> tuple[list[object], Ending | None]:
    """What the child replies to three calls, and why it ended."""
    exchange: Exchange[object] = Exchange(child, LIMITS, answer_in, Parcel([b""] * 3))
    ending = exchange.run(b"three calls", 3)
    return exchange.replies, ending


@pytest.mark.parametrize("leaves", [False, True])
def test_no_end_that_comes_with_the_last_answer_takes_one_back(
    child: Child, leaves: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "POLL_SECONDS", 0.0)
    child.says, child.leaves = 3 * REPLY, leaves
    assert asked(child) == ([Returned(1)] * 3, None)


def test_a_clock_that_runs_out_before_the_last_answer_ends_it(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "POLL_SECONDS", 0.0)
    child.says = 2 * REPLY
    replies, ending = asked(child)
    assert replies == [Returned(1)] * 2
    assert ending is not None
    assert ending.verdict == Verdict.TIME_LIMIT


@pytest.mark.parametrize("more", [b"!", REPLY, b"\xff\xff\xff\xff", b"\xff\xff\xff\xff and more"])
def test_who_says_more_than_was_asked_has_said_nothing(child: Child, more: bytes) -> None:
    child.says = 3 * REPLY + more
    assert asked(child) == ([], Ending(Verdict.CRASHED, message("it spoke out of turn")))
