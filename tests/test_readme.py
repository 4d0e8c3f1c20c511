"""The README is true: its blocks are executed in order, in an empty directory, by the installed command."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from grader.cli.group import COMMANDS

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(console|python) ?(\S*)\n(.*?)^```$", re.M | re.S)


def blocks() -> list[tuple[str, str, str]]:
    return BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def commands(text: str) -> list[tuple[str, int, str]]:
    """The commands of a console block, each with its status and the pattern of what it prints."""
    found = []
    for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
        command, _, output = part.partition("\n")
        status = 0
        if output.startswith("? "):
            code, _, output = output[2:].partition("\n")
            status = int(code)
        found.append((command, status, output))
    return found


def matches(pattern: str, text: str) -> bool:
    """Whether a text has the form of a pattern in which … stands for anything; blanks are folded."""
    folded = " ".join(text.split())
    parts = [re.escape(" ".join(part.split())) for part in pattern.split("…")]
    return re.fullmatch(r"\s*".join(["", r".*".join(rf"\s*{part}\s*" for part in parts), ""]), folded, re.S) is not None


def test_every_block_of_the_readme_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("COLUMNS", "100")
    ran = 0
    for kind, name, text in blocks():
        if kind == "python":
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            continue
        for command, status, output in commands(text):
            argv = [sys.executable, "-m", "grader.cli", *command.split()[1:]]
            done = subprocess.run(argv, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            assert done.returncode == status, (command, done.stdout)
            assert matches(output, done.stdout), (command, output, done.stdout)
            ran += 1
    assert ran >= 6


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"(zachetka|--lang en|make) {name}\b", text)


@pytest.mark.parametrize(
    ("pattern", "text", "right"), [("a … c", "a b c", True), ("a …", "b", False), ("", " \n", True)]
)
def test_patterns_match_whole_texts(pattern: str, text: str, right: bool) -> None:
    assert matches(pattern, text) is right
