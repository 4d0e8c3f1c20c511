"""Many submissions on several processes: one failure never stops the rest, and nothing is waited for in vain."""

from __future__ import annotations

import math
import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path
from typing import Protocol

from grader.crew import Event, Failed, Graded, Job, Ready, hire, internal_error
from grader.model import Message, Submission, SubmissionReport, ZachetkaError, message

CEILING = 1200.0


class Grades(Protocol):
    """What grades: `grader.grading.Grader`, or a stand-in."""

    @property
    def layers(self) -> Mapping[str, str]:
        """The state of each layer of isolation."""
        ...

    def grade(self, submission: Submission) -> SubmissionReport:
        """The report on one submission."""
        ...


Factory = Callable[[], AbstractContextManager[Grades]]


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_grader(
    course: Path, seed: int, isolation: str, assignment: str | None, hidden: tuple[str, ...]
) -> AbstractContextManager[Grades]:
    """A grader of the course in a directory; what each process of a batch begins with."""
    from grader.cache import cache_folder
    from grader.grading import Grader
    from grader.load import load_course

    return Grader(load_course(course, cache_folder()), seed, isolation, assignment=assignment, hidden=hidden)


@dataclass(slots=True)
class Batch:
    """Processes that grade. Each makes a grader of its own once; `layers` are known when the first report is."""

    factory: Factory
    jobs: int
    ceiling: float = CEILING
    layers: Mapping[str, str] = field(default_factory=dict)
    _crew: list[Job] = field(default_factory=list)

    def grade(self, submissions: Iterable[Submission]) -> Generator[SubmissionReport, None, None]:
        """A report for every submission, as they are done. Processes end when the iterator is closed."""
        waiting = iter(submissions)
        queue: deque[Submission] = deque()
        try:
            while True:
                queue += islice(waiting, self.jobs - len(queue))
                self._give(queue)
                if not queue and not any(job.submission for job in self._crew):
                    return
                for job in self._stirred():
                    yield from self._heard(job, job.hear())
        finally:
            for job in self._crew:
                job.dismiss()
            for job in self._crew:
                job.wait()

    def _give(self, queue: deque[Submission]) -> None:
        """Submissions to those who are free; for the rest more processes are started, up to `jobs`."""
        deadline = time.monotonic() + self.ceiling
        for job in self._crew:
            if queue and job.ready and job.submission is None:
                job.give(queue.popleft(), deadline)
        starting = sum(not job.ready for job in self._crew)
        for _ in range(min(len(queue) - starting, self.jobs - len(self._crew))):
            self._crew.append(hire(self.factory, deadline))

    def _stirred(self) -> list[Job]:
        """Jobs that said something, died or took too long; those that took too long are ended first."""
        deadline = min(job.deadline for job in self._crew)
        patience = None if deadline == math.inf else max(0.0, deadline - time.monotonic())
        heard = set(wait([job.pipe for job in self._crew], patience))
        late = [job for job in self._crew if job.pipe not in heard and job.deadline <= time.monotonic()]
        for job in late:
            job.kill()
        return [job for job in self._crew if job.pipe in heard or job in late]

    def _heard(self, job: Job, event: Event) -> Iterator[SubmissionReport]:
        match event:
            case Ready(layers):
                job.ready = True
                self.layers = self.layers or layers
            case Graded(report):
                job.submission = None
                yield report
            case Failed(problem, where, status):
                raise ZachetkaError(problem, where=where, status=status)
            case None:
                self._crew.remove(job)
                job.wait()
                if not job.ready:
                    raise ZachetkaError(message("a process of the grader ended before it began"), status=3)
                if job.submission is not None:
                    yield internal_error(job.submission, _why(job))


def _why(job: Job) -> Message:
    if job.deadline <= time.monotonic():
        return message("the grader was ended: it took too long over this submission")
    return message("the grader ended with status {status} over this submission", status=job.status or 0)
