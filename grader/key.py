"""The key under which what was drawn and answered once is kept."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from grader import __version__
from grader.model import Course, Exercise

# What decides examples, answers and rehearsals besides the course.
CODE = (
    *("task", "examples", "sources", "drawing", "strategies", "annotations", "wire", "encode", "wireformat"),
    *("moduleform", "torchmodule", "replies", "alike", "compare", "notes", "properties"),
    *("conditions", "rehearsal", "trusted"),
)


def key(course: Course, exercise: Exercise, seed: int) -> str:
    """What it depends on: versions, the declaration, the code of course and grader, the seed."""
    names = [case.name for case in exercise.cases] + [one.name for one in exercise.mistakes]
    conditions = [one.name for one in exercise.conditions]
    says = (
        __version__,
        np.__version__,
        exercise.id,
        exercise.function,
        names,
        conditions,
        exercise.sizes,
        exercise.tolerance,
        exercise.accepts,
        seed,
        _grader(),
    )
    digest = hashlib.sha256(repr(says).encode())
    for name in (
        f"solutions/{exercise.module}.py",
        f"solutions/mistakes/{exercise.module}.py",
        f"questions/{exercise.topic}/checks.py",
    ):
        digest.update(_sha(course.root / name))
    return digest.hexdigest()


@cache
def _grader() -> str:
    """A digest of our own code, and of the version of Hypothesis, which is slow to import."""
    digest = hashlib.sha256()
    for name in CODE:
        digest.update((Path(__file__).parent / f"{name}.py").read_bytes())
    hypothesis = find_spec("hypothesis")
    if hypothesis is not None and hypothesis.origin is not None:
        digest.update(_sha(Path(hypothesis.origin).parent / "version.py"))
    return digest.hexdigest()


def _sha(path: Path) -> bytes:
    # A topic may need no checks.py, and a new exercise has no mistakes yet.
    return hashlib.sha256(path.read_bytes() if path.exists() else b"").digest()
