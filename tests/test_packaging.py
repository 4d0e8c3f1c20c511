"""A wheel, installed in a clean environment, holds the course, grades, and draws what a checkout draws."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DRAWN = """
import hashlib
from pathlib import Path
from grader import examples, sources
from grader.directory import find_course
from grader.load import load_course

sources.ORDINARY, sources.EDGE = 15, 5  # some of every source; nothing depends on how many
course = load_course(find_course(None))
for exercise in course.exercises.values():
    if exercise.function[0].isupper():
        continue  # a PyTorch module, and the wheel is installed without torch
    prepared = examples.Prepared(course, exercise, 11)
    answers = repr(prepared.expected).encode()
    print(exercise.id, hashlib.sha256(b"".join(prepared.calls) + answers).hexdigest())
"""


def run(*argv: str | Path, **env: str) -> str:
    """What a command prints; its errors are shown when it fails."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([str(one) for one in argv], capture_output=True, text=True, env=clean | env, cwd="/")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by way of the sdist, so that the sdist is complete too."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new environment with nothing but the wheel and what it needs."""
    home = tmp_path_factory.mktemp("clean")
    run(sys.executable, "-m", "venv", home)
    run(home / "bin/pip", "install", "--quiet", "-c", ROOT / "constraints.txt", wheel)
    return home / "bin"


def test_the_wheel_holds_the_course_and_no_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for topic in ("corpus", "bow", "tfidf"):
        assert f"grader/_course/questions/{topic}/exercises.yaml" in names
        assert f"grader/_course/questions/{topic}/checks.py" in names
        assert f"grader/_course/solutions/{topic}.py" in names
        assert f"grader/_course/solutions/mistakes/{topic}.py" in names
    assert "grader/_course/questions/course.yaml" in names
    assert any(name.startswith("grader/_course/questions/demo/") for name in names)
    assert any(name.startswith("grader/locale/ru/") for name in names)
    assert {"grader/_course/site/bundle/app.js", "grader/_course/site/bundle/sw.js"} <= names
    assert not any("node_modules" in name or name.endswith(".ts") for name in names)
    assert not any(name.startswith(("tests/", "questions/", "solutions/")) for name in names)
    tracked = run("git", "-C", ROOT, "ls-files", "questions", "solutions").split()
    assert {f"grader/_course/{name}" for name in tracked} <= names


def test_the_wheel_grades_in_the_strict_sandbox(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    right = "import re\ndef tokenize(text):\n    return [run.lower() for run in re.findall(r'[^\\W_]+', text)]\n"
    (tmp_path / "class/ivanova.py").write_text(right, encoding="utf-8")
    # Right only if it can read the reference beside the grader.
    peeks = "import pathlib\ndef tokenize(text):\n    import grader\n    for root in grader.__path__:\n"
    peeks += "        for path in pathlib.Path(root).rglob('bow.py'):\n            space = {}\n"
    peeks += "            exec(path.read_text(), space)\n            return space['tokenize'](text)\n    return []\n"
    (tmp_path / "class/petrov.py").write_text(peeks, encoding="utf-8")
    run(installed / "zachetka", "grade", tmp_path / "class", "--out", tmp_path / "run", HOME=str(tmp_path))
    report = json.loads(run(installed / "zachetka", "report", tmp_path / "run", "--format", "json"))
    assert [(one["submission"], one["verdict"] == "accepted") for one in report["submissions"]] == [
        ("ivanova", True),
        ("petrov", False),
    ]


def test_wheel_and_checkout_draw_the_same(installed: Path, tmp_path: Path) -> None:
    # Two caches of their own, so that both really draw; other hashes, so that no order of a set decides.
    wheel = {"ZACHETKA_CACHE": str(tmp_path / "wheel"), "PYTHONHASHSEED": "1"}
    checkout = {"ZACHETKA_CACHE": str(tmp_path / "checkout"), "PYTHONHASHSEED": "2", "PYTHONPATH": str(ROOT)}
    with ThreadPoolExecutor() as threads:
        from_wheel = threads.submit(run, installed / "python", "-c", DRAWN, **wheel)
        from_checkout = threads.submit(run, sys.executable, "-c", DRAWN, CI="true", **checkout)
    assert from_wheel.result() == from_checkout.result()
    assert len(from_wheel.result().splitlines()) == 56
