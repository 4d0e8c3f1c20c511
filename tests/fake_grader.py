"""A stand-in for the grader: it does what the name of a submission says."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from grader.model import Submission, SubmissionReport, Verdict, ZachetkaError, message


@dataclass(frozen=True)
class Fake:
    layers: Mapping[str, str]

    def grade(self, submission: Submission) -> SubmissionReport:
        match submission.name.split("-"):
            case ["raise", *_]:
                raise RuntimeError("a bug of the grader")
            case ["die", *_]:
                os._exit(9)
            case ["hang", *_]:
                time.sleep(600)
            case ["course", *_]:
                raise ZachetkaError(message("the reference raised"), where="solutions/tfidf.py:3")
            case ["slow", *_]:
                time.sleep(0.3)
        return SubmissionReport(submission.name, submission.sha256, Verdict.ACCEPTED, 1.0, 1.0)


@contextmanager
def make(trace: Path | None = None, mood: str = "") -> Iterator[Fake]:
    if mood == "refuses":
        raise ZachetkaError(message("there is no seccomp"), status=3)
    if mood == "broken":
        raise ImportError("no such module")
    if mood == "dies":
        os._exit(1)
    try:
        yield Fake({"seccomp": "on"})
    finally:
        if trace is not None:
            (trace / str(os.getpid())).write_text("closed")
