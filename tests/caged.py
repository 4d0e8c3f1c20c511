"""What the tests of the sandbox share: student code as text, calls, and limits that suit a test."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.calls import Answer, Answers, Ending, Limits, Loaded
from grader.model import Source, Verdict
from grader.remote import Worker
from grader.sandbox import Sandbox
from grader.wire import encode

PROJECT = Path(__file__).parent.parent
LIMITS = Limits(cpu_seconds=0.5, wall_seconds=2.0, megabytes=256, reply_bytes=1 << 20)
LOADING = Limits(cpu_seconds=10.0, wall_seconds=30.0, megabytes=512, reply_bytes=1 << 20)


@contextmanager
def working(sandbox: Sandbox, code: str, *, torch: bool = False) -> Iterator[Worker]:
    """A worker that has loaded the code; its function is `f`."""
    worker = sandbox.worker(torch=torch)
    try:
        loaded = worker.load([Source("hw.py", textwrap.dedent(code).encode())], ["f"], LOADING)
        assert isinstance(loaded, Loaded), loaded
        assert not loaded.errors, loaded.errors
        yield worker
    finally:
        worker.close()


def called(worker: Worker, *arguments: object, limits: Limits = LIMITS) -> Answers:
    """The answers of `f` to each argument."""
    return worker.call("f", [encode(((one,), {})) for one in arguments], limits)


def answered(sandbox: Sandbox, code: str, argument: object = None, limits: Limits = LIMITS) -> Answer:
    """The one answer of `f` in a fresh worker."""
    with working(sandbox, code) as worker:
        answers = called(worker, argument, limits=limits)
        assert answers.ending is None, answers.ending
        return answers.answers[0]


def ended(sandbox: Sandbox, code: str, *arguments: object, limits: Limits = LIMITS) -> tuple[Verdict, str, int]:
    """How a fresh worker ended: the verdict, the reason, and how many answers came before."""
    with working(sandbox, code) as worker:
        answers = called(worker, *(arguments or (None,)), limits=limits)
        assert isinstance(answers.ending, Ending), answers
        why = answers.ending.why
        return answers.ending.verdict, why.id.format(**dict(why.args)), len(answers.answers)
