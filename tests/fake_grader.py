"""A stand-in for the grader: it does what the name of a submission says."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name

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
            case ["wrong", *_]:
                return SubmissionReport(submission.name, submission.sha256, Verdict.WRONG_ANSWER, 0.0, 1.0)
        if submission.refused:
            return SubmissionReport(submission.name, submission.sha256, Verdict.REFUSED, 0.0, 0.0)
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


class Stand:
    """In the place of `grader.grading.Grader`."""

    def __init__(self, *_: object, **__: object) -> None:
        self._made = make()

    def __enter__(self) -> Fake:
        return self._made.__enter__()

    def __exit__(self, *error: object) -> None:
        return None


def make_grader(*_: object) -> AbstractContextManager[Fake]:
    """In the place of `grader.batch.make_grader`."""
    return make()


def install(put: Callable[[str, object], None]) -> None:
    """Let the command line use the stand-in."""
    put("grader.grading.Grader", Stand)
    put("grader.cli.classroom.make_grader", make_grader)


if __name__ == "__main__":
    import fake_grader  # by its name, which other processes import too

    from grader.cli.run import run

    fake_grader.install(
        lambda name, value: setattr(resolve_name(name.rpartition(".")[0]), name.rpartition(".")[2], value)
    )
    sys.exit(run(sys.argv[1:]))
