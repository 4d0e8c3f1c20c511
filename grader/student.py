"""A submission under test: it answers calls from a worker, and from a fresh one after each ending."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence

from grader.calls import Answer, Answers, Ending, Limits, Loaded
from grader.model import Submission, Verdict, message
from grader.parcel import Parcel
from grader.remote import Worker
from grader.sandbox import Sandbox

LOADING = Limits(cpu_seconds=10.0, wall_seconds=40.0, megabytes=512, reply_bytes=1 << 20)
PATIENCE = 600.0  # half of what a batch allows the grader itself


class Student:
    """The submission's functions, behind a worker that is replaced when it ends."""

    def __init__(self, sandbox: Sandbox, submission: Submission, names: Collection[str]) -> None:
        self._sandbox = sandbox
        self._sources = submission.sources
        self._names = tuple(names)
        self._torch = any(b"torch" in source.data for source in submission.sources)
        self._worker: Worker | None = None
        self._until = time.monotonic() + PATIENCE

    def load(self) -> Loaded | Ending:
        """What loading the submission in a fresh worker brought."""
        self.close()
        worker = self._sandbox.worker(torch=self._torch)
        loaded = worker.load(self._sources, self._names, LOADING)
        if isinstance(loaded, Ending):
            worker.close()
        else:
            self._worker = worker
        return loaded

    def ask(self, name: str, calls: Sequence[bytes] | Parcel, limits: Limits) -> Answers:
        """Answers to encoded calls, up to the first that ended the worker; none once the submission took too long."""
        if time.monotonic() > self._until:
            self.close()
            minutes = round(PATIENCE / 60)
            why = message("the submission as a whole took more than {minutes} minutes", minutes=minutes)
            return Answers((), Ending(Verdict.TIME_LIMIT, why), 0.0)
        if self._worker is None:
            loaded = self.load()
            if isinstance(loaded, Ending):
                return Answers((), loaded, 0.0)
        assert self._worker is not None
        answers = self._worker.call(name, calls, limits)
        if answers.ending:
            self.close()
        return answers

    def ask_afresh(self, name: str, call: bytes, limits: Limits) -> Answer | None:
        """The answer of a worker that has answered nothing before; None when there is none."""
        self.close()
        answers = self.ask(name, [call], limits).answers
        self.close()
        return answers[0] if answers else None

    def close(self) -> None:
        """Nothing; the worker is gone."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None
