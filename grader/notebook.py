"""The code of a Jupyter notebook: its cells in order, without what only IPython understands."""

from __future__ import annotations

import builtins
import json
import re
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

globals()["__builtins__"] = dict(vars(builtins))  # out of a student's reach

_CELL_MAGIC = re.compile(r"\s*%%(\w*)")
_KEPT = frozenset({"time", "timeit", "capture", "prun"})
_MAGIC = re.compile(
    r"""\s*(
        [%!?]                                       # %magic, !shell, ?help
      | [\w.,\s\[\]*"']+=\s*[%!](?!=)               # a = %magic, files = !ls
      | [^#"']*\?\s*(\#.*)?$                        # help?
      | (pip3?|conda|mamba|uv|apt|apt-get)\s+[\w-]  # pip install, without a sign
    )""",
    re.VERBOSE,
)
MOST_REPAIRS = 200


class NotebookError(Exception):
    """What is wrong with a file that should be a notebook."""


def cells(data: bytes) -> list[str]:
    """The sources of all code cells, of format 4 or an older one; a NotebookError when there is no list of cells."""
    try:
        notebook = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotebookError(str(error)[:200] or type(error).__name__) from None
    return [source for cell in _cells(notebook) if (source := _source(cell)) is not None]


def _cells(notebook: Any) -> Iterator[Any]:
    match notebook:
        case {"cells": list(found)}:
            yield from found
        case {"worksheets": list(sheets)}:
            for sheet in sheets:
                if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list):
                    yield from sheet["cells"]
        case _:
            raise NotebookError("there is no list of cells")


def _source(cell: Any) -> str | None:
    match cell:
        case {"cell_type": "code", "source": source} | {"cell_type": "code", "input": source}:
            if isinstance(source, list):
                return "".join(line for line in source if isinstance(line, str))
            return source if isinstance(source, str) else None
    return None


def compiled(source: str, to_code: Callable[[str], CodeType]) -> CodeType | None:
    """The code of a cell, magic lines taken out only where it is no Python as it stands; None for another language."""
    try:
        return to_code(source)
    except SyntaxError:
        lines = source.splitlines()
    first = next(number for number, line in enumerate(lines) if line.strip())
    if magic := _CELL_MAGIC.match(lines[first]):
        if magic[1] not in _KEPT:
            return None
        lines[first] = ""
    for _ in range(MOST_REPAIRS):
        try:
            return to_code("\n".join(lines) + "\n")
        except SyntaxError as error:
            if not _repair(lines, (error.lineno or 0) - 1):
                raise
    return to_code("\n".join(lines) + "\n")


def _repair(lines: list[str], number: int) -> bool:
    """Whether the line was magic; it is now `pass`, as are the lines it goes on in."""
    if not 0 <= number < len(lines) or not _MAGIC.match(lines[number]):
        return False
    line = lines[number]
    lines[number] = line[: len(line) - len(line.lstrip())] + "pass"
    while line.rstrip().endswith("\\") and number + 1 < len(lines):
        number += 1
        line, lines[number] = lines[number], ""
    return True


class Shell:
    """What `get_ipython()` gives: it takes every question and does nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: None


def helpers() -> dict[str, Any]:
    """The names a notebook finds in its namespace without importing them."""
    return {"get_ipython": lambda: Shell(), "display": lambda *values, **options: None}
