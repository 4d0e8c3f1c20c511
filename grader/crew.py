"""One process of a batch: how it is started, what it says, how it ends."""

from __future__ import annotations

import math
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from grader.model import Message, Submission, SubmissionReport, Verdict, ZachetkaError, message

_SPAWN = get_context("spawn")  # a fresh interpreter: no locks, threads or descriptors of this one
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Ready:
    """A grader is made and may be given submissions."""

    layers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Graded:
    """One submission is done."""

    report: SubmissionReport


@dataclass(frozen=True, slots=True)
class Failed:
    """The grader cannot work: the parts of a ZachetkaError."""

    problem: Message
    where: str
    status: int


Event = Ready | Graded | Failed | None


@dataclass(slots=True, eq=False)
class Job:
    """A process, the submission it works on, and when it must have said something."""

    process: SpawnProcess
    pipe: Connection[Any, Any]
    ready: bool = False
    submission: Submission | None = None
    deadline: float = math.inf

    @property
    def status(self) -> int | None:
        """The exit status; None while it runs."""
        return self.process.exitcode

    def give(self, submission: Submission, deadline: float) -> None:
        """Hand it a submission; what happens is heard later."""
        self.submission, self.deadline = submission, deadline
        with suppress(OSError):  # it died: heard as the end of the pipe
            self.pipe.send(submission)

    def hear(self) -> Event:
        """What it says; None when it is no more."""
        try:
            event: Event = self.pipe.recv()
        except (EOFError, OSError):
            return None
        self.deadline = math.inf
        return event

    def dismiss(self) -> None:
        """Tell it to end: an idle one by its pipe, one at work by a signal that its grader cleans up after."""
        with suppress(OSError):
            self.pipe.send(None)
        if self.submission is not None or not self.ready:
            self.process.terminate()

    def wait(self) -> None:
        """Until it has ended, or was made to."""
        self.process.join(_PATIENCE)
        self.kill()
        self.pipe.close()

    def kill(self) -> None:
        """End it at once."""
        if self.process.is_alive():
            self.process.kill()
        self.process.join()


def hire(factory: Callable[[], Any], deadline: float) -> Job:
    """A new process that makes its grader and then says Ready."""
    ours, theirs = _SPAWN.Pipe()
    process = _SPAWN.Process(target=_work, args=(theirs, factory), daemon=True)
    with _deaf(), unshadowed():
        process.start()
    theirs.close()
    return Job(process, ours, deadline=deadline)


@contextmanager
def _deaf() -> Iterator[None]:
    """Children started within ignore Ctrl-C from birth: their parent decides when they end."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def unshadowed() -> Iterator[None]:
    """No file of the folder we are in, which may be the submissions' own, is a module to Python started within."""
    before = os.environ.get("PYTHONSAFEPATH", "")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        yield
    finally:
        os.environ["PYTHONSAFEPATH"] = before  # empty is as good as none


def _work(pipe: Connection[Any, Any], factory: Callable[[], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with suppress(EOFError, OSError):  # the parent is gone
        try:
            with factory() as grader:
                pipe.send(Ready(dict(grader.layers)))
                while (submission := pipe.recv()) is not None:
                    pipe.send(Graded(_graded(grader, submission)))
        except ZachetkaError as error:
            pipe.send(Failed(error.problem, error.where, error.status))
        except Exception as error:
            why = message("the grader could not start: {error}", error=f"{type(error).__name__}: {error}")
            pipe.send(Failed(why, "", 3))


def _graded(grader: Any, submission: Submission) -> SubmissionReport:
    try:
        report: SubmissionReport = grader.grade(submission)
    except ZachetkaError:
        raise
    except Exception as error:
        why = message("the grader failed: {error}", error=f"{type(error).__name__}: {error}")
        return internal_error(submission, why)
    return report


def internal_error(submission: Submission, why: Message) -> SubmissionReport:
    """The report on a submission that the grader itself failed on."""
    remarks = (*submission.remarks, why)
    return SubmissionReport(submission.name, submission.sha256, Verdict.INTERNAL_ERROR, 0.0, 0.0, remarks=remarks)
