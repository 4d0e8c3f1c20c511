"""A seed repeats a report byte for byte, however busy the machine is; only times differ."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.grading import Grader
from grader.load import load_course
from grader.model import Report, Submission
from grader.render import json
from grader.submissions import read_submission

ROOT = Path(__file__).parent.parent
TIMES = 30
CLASS = (
    "right/bow_plain_loops.py",
    "wrong/bow_bigrams.py",
    "hostile/os_exit_in_function.py",
    "hostile/always_equal_array.py",
)


@pytest.fixture
def busy() -> Iterator[None]:
    """Another process that keeps a core busy, and ends with the test."""
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        process.kill()
        process.wait()


def graded(submissions: list[Submission]) -> str:
    """The JSON of a class graded by a new grader in a new sandbox, without its times."""
    with Grader(load_course(ROOT), 5) as grader:
        reports = [grader.grade(submission) for submission in submissions]
        timeless = [
            replace(report, exercises=tuple(replace(one, cpu_seconds=0.0) for one in report.exercises))
            for report in reports
        ]
        return json.render(Report(5, grader.layers, tuple(timeless)), "en", {})


@pytest.mark.timeout(900)
@pytest.mark.usefixtures("busy")
def test_thirty_gradings_are_byte_identical() -> None:
    submissions = [read_submission(ROOT / "tests/students" / name) for name in CLASS]
    assert len({graded(submissions) for _ in range(TIMES)}) == 1
