"""What the code of an exercise says of it: the shapes, the starter file, the solution."""

from __future__ import annotations

import ast
import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from grader import __version__
from grader.cache import cache_folder, write
from grader.code import lacking
from grader.first import KEPT, first
from grader.model import Course, Exercise, Lang
from grader.starter import outline, shapes, starter

READERS = ("annotations", "moduleform", "starter")


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows of (name, type) with the result last, the starter file, and the source of the solution."""

    shapes: list[list[str]]
    starter: str
    solution: str


def facts(course: Course, exercise: Exercise, lang: Lang) -> Facts:
    """The facts of an exercise. Those of PyTorch modules are kept: to ask PyTorch for them takes seconds."""
    if not exercise.is_module:
        return _facts(course, exercise, lang)
    path = cache_folder() / f"facts-{_key(course, exercise, lang)}.json"
    try:
        return Facts(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        found = _facts(course, exercise, lang)
        write(path, json.dumps(asdict(found)).encode())
        return found


def _facts(course: Course, exercise: Exercise, lang: Lang) -> Facts:
    solution = source(course.root / f"solutions/{exercise.module}.py", exercise.function)
    if lacking(exercise):
        return Facts([], "", solution)
    about = outline(course, exercise)
    rows = [line.split(": ", 1) for line in shapes(about, lang)]
    return Facts(rows, starter(about, first(course, exercise), lang), solution)


def source(file: Path, name: str) -> str:
    """The text of a function or class, without running the file it stands in."""
    text = file.read_text(encoding="utf-8")
    for node in _parsed(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name:
            return ast.get_source_segment(text, node) or ""
    return ""


@lru_cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def _key(course: Course, exercise: Exercise, lang: Lang) -> str:
    digest = hashlib.sha256(f"{__version__} {lang} {exercise}".encode())
    here = Path(__file__).parent.parent
    for path in (
        course.root / f"solutions/{exercise.module}.py",
        course.root / KEPT,
        *(here / f"{name}.py" for name in READERS),
    ):
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()[:32]
