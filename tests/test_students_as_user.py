"""The whole hostile corpus as one class, graded by the command line as an ordinary user."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from as_user import run_as_user
from expectations import SHORT, STUDENTS, expected
from hostile_world import hostile_world, left_behind
from students.generate import makers

from grader.submissions import intake

ENTRIES = expected("hostile")
GENERATED = ENTRIES.pop("generated")
PROJECT = STUDENTS.parent.parent


def hostile_class(folder: Path) -> dict[str, list[str]]:
    """The verdicts that each submission may get, by its name; all of them now lie in the folder."""
    shutil.copytree(STUDENTS / "hostile", folder, symlinks=True)
    allowed = {file: entry["allowed"] for file, entry in ENTRIES.items()}
    for name, maker in makers().items():
        allowed[maker(folder).name] = GENERATED[name]["allowed"]
    return {entry.name: allowed[entry.file] for entry in intake(folder).entries}


def impatient_course(folder: Path) -> Path:
    """A copy of the course with little time for each exercise."""
    for part in ("questions", "solutions"):
        shutil.copytree(PROJECT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for bank in folder.glob("questions/*/exercises.yaml"):
        exercises = yaml.safe_load(bank.read_text(encoding="utf-8"))
        for exercise in exercises:
            exercise["limits"] = {"seconds": SHORT.seconds, "megabytes": SHORT.megabytes}
        bank.write_text(yaml.safe_dump(exercises, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def zachetka(*args: str | Path, readable: Path) -> str:
    """What the command printed."""
    argv = [sys.executable, "-m", "grader.cli", *args]
    done = run_as_user(argv, [readable, os.environ["ZACHETKA_CACHE"]], timeout=900)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.timeout(1000)
def test_the_hostile_corpus_gains_nothing_as_an_ordinary_user(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    allowed = hostile_class(tmp_path / "class")
    course, run = impatient_course(tmp_path / "course"), tmp_path / "run"
    options = ["--out", run, "--seed", "7", "--jobs", "2"]
    before = left_behind()
    with hostile_world():
        zachetka("--course", course, "grade", tmp_path / "class", *options, readable=tmp_path)
    shown = zachetka("--course", course, "report", run, "--format", "json", readable=tmp_path)
    told: list[dict[str, Any]] = json.loads(shown)["submissions"]
    assert left_behind() == before
    verdicts = {one["submission"]: one["verdict"] for one in told}
    assert verdicts.keys() == allowed.keys()
    assert not {name: verdict for name, verdict in verdicts.items() if verdict not in allowed[name]}
    assert not [one for one in told if one["verdict"] != "accepted" and one["score"] >= one["max"] > 0]
