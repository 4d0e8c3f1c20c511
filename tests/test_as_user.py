"""The sandbox started by an ordinary user: every test of it once more, behind user namespaces."""

from __future__ import annotations

import os
import sys

import pytest
from as_user import UID, run_as_user
from caged import PROJECT


def test_the_helper_is_an_ordinary_user_that_can_read_the_project() -> None:
    code = "import os, numpy, grader; print(os.getuid(), os.listdir('/root') if os.getuid() == 1000 else 0)"
    done = run_as_user([sys.executable, "-c", code])
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[0] == str(UID if os.getuid() == 0 else os.getuid())


@pytest.mark.parametrize("tests", ["test_sandbox.py", "test_isolation.py"])
def test_the_same_holds_for_an_ordinary_user(tests: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(PROJECT / "tests" / tests)]
    done = run_as_user(command)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    assert "[100%]" in done.stdout
