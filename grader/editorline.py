"""The first line of a YAML file of the course, which names its schema to editors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from grader.directory import read_file
from grader.model import message
from grader.problems import Problem


def editor_line(root: Path, file: str) -> Iterator[Problem]:
    """A problem where the file does not begin with the schema of its name."""
    folder, _, name = file.rpartition("/")
    schema = "../" * folder.count("/") + f"schemas/{name.removesuffix('.yaml')}.json"
    wanted = f"# yaml-language-server: $schema={schema}"
    data = read_file(root, file)
    if not isinstance(data, bytes) or data.decode("utf-8-sig").split("\n")[0].strip() != wanted:
        words = message("the first line must be `{wanted}`: add it, so that editors check the file", wanted=wanted)
        yield Problem(file, 1, words)
