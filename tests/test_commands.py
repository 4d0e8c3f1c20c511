"""The commands with the real grader behind them, as a student and an instructor meet them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grader.cli.run import run

ROOT = Path(__file__).parent.parent
ZACHETKA = [sys.executable, "-m", "grader.cli"]

RIGHT = """
def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n must be positive")
    return [tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1)]
"""
WRONG = RIGHT.replace("- n + 1", "- n")
SLOW = RIGHT.replace("    if", "    __import__('time').sleep(0.01)\n    if")


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """English, and a working directory of one's own."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)


def test_check_tells_right_from_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    Path("right.py").write_text(RIGHT)
    Path("wrong.py").write_text(WRONG)
    assert run(["check", "right.py"]) == 0
    assert capsys.readouterr().out.startswith("right: accepted")
    assert run(["check", "right.py", "wrong.py", "--format", "json"]) == 1
    right, wrong = json.loads(capsys.readouterr().out)["submissions"]
    assert right["verdict"] == "accepted"
    assert right["score"] == right["max"] > 0
    (exercise,) = wrong["exercises"]
    assert exercise["diagnosis"][0]["mistake"] == "last_ngram_lost"
    shown = exercise["checks"][0]["counterexample"]
    assert shown["call"].startswith("ngrams(")
    assert shown["expected"] != shown["got"]
    assert shown["shrunk"] is True


def test_check_shows_the_counterexample_in_russian(capsys: pytest.CaptureFixture[str]) -> None:
    Path("wrong.py").write_text(WRONG)
    assert run(["--lang", "ru", "check", "wrong.py"]) == 1
    shown = capsys.readouterr().out
    for words in (
        "неверный ответ",
        "вызов      ngrams(",
        "ожидалось  ",
        "получено   ",
        "Диагноз: ",
        "Читайте дальше: ",
    ):
        assert words in shown


def test_what_was_asked_for_and_is_missing_counts(capsys: pytest.CaptureFixture[str]) -> None:
    Path("right.py").write_text(RIGHT)
    assert run(["check", "right.py", "--exercise", "ngrams", "--exercise", "tokenize", "--format", "json"]) == 1
    (submission,) = json.loads(capsys.readouterr().out)["submissions"]
    assert {one["id"]: one["verdict"] for one in submission["exercises"]} == {
        "ngrams": "accepted",
        "tokenize": "missing",
    }
    assert 0 < submission["score"] < submission["max"]


def test_a_starter_file_is_graded_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["start", "ngrams", "cosine-similarity"]) == 0
    assert run(["check", "ngrams.py", "cosine_similarity.py", "--format", "json"]) == 1
    for submission in json.loads(capsys.readouterr().out)["submissions"]:
        assert submission["score"] == 0.0
        assert submission["max"] > 0


def test_a_refused_file_has_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    Path("link.py").symlink_to("/etc/passwd")
    assert run(["check", "link.py"]) == 1
    assert "link.py is a symbolic link, not a regular file" in capsys.readouterr().out


def test_an_interrupted_class_goes_on() -> None:
    folder = Path("submissions")
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.py").write_text(RIGHT if name == "a" else SLOW)
    command = [*ZACHETKA, "grade", "submissions", "--out", "run", "--jobs", "1", "--seed", "3"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("[1/3] a: ")
        time.sleep(0.3)
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stderr.read()
    assert process.returncode == 130
    assert rest == "Interrupted: 1 of 3 are graded and kept in run. The same command goes on from there.\n"
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 0
    assert "Unchanged and not graded again: 1" in ended.stderr
    assert "3 submissions: accepted 3" in ended.stdout


def test_the_demonstration(capsys: pytest.CaptureFixture[str]) -> None:
    """Every submission of the bundled class is graded, the right ones are right, and no one stops the others."""
    assert run(["demo"]) == 0
    capsys.readouterr()
    assert run(["report", "demo", "--format", "json"]) == 0
    verdicts = {one["submission"]: one["verdict"] for one in json.loads(capsys.readouterr().out)["submissions"]}
    table = (ROOT / "questions" / "demo" / "README.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(\w+)[./]\w*` \| (.*?)[:;|]", table, re.MULTILINE))
    assert set(verdicts) == set(told)
    assert {name for name, words in told.items() if words == "right"} == {
        name for name, verdict in verdicts.items() if verdict == "accepted"
    }
    assert not {"refused", "internal_error"} & set(verdicts.values())
