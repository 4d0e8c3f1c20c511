"""A submission as a whole: its limits hold over all of its exercises."""

from __future__ import annotations

import pytest
from caged import LIMITS

from grader import student
from grader.model import Source, Submission, Verdict
from grader.sandbox import Sandbox
from grader.student import Student
from grader.wire import encode

SLEEPS = Submission("sleeps", (Source("hw.py", b"import time; time.sleep(1)\ndef f(x): return x"),), "")


def test_a_submission_that_sleeps_whenever_it_is_loaded_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(student, "PATIENCE", 1.5)
    calls = [encode(((1,), {}))]
    with Sandbox("process") as sandbox:
        tried = Student(sandbox, SLEEPS, ["f"])
        assert len(tried.ask("f", calls, LIMITS).answers) == 1
        assert tried.ask_afresh("f", calls[0], LIMITS) is not None
        answers = tried.ask("f", calls, LIMITS)
    assert answers.answers == ()
    assert answers.ending is not None
    assert answers.ending.verdict == Verdict.TIME_LIMIT
