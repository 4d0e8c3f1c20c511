"""How far rounding alone moves an answer: one-ulp changes of the inputs, against what the exercise allows.

python tests/sensitivity.py        the share of the allowance that rounding uses, an exercise a line
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from grader.calls import Returned
from grader.examples import Prepared
from grader.load import load_course
from grader.model import Course, Exercise, Tolerance

ROOT = Path(__file__).parent.parent
SEED, TIMES = 0, 4


def numeric(course: Course) -> list[Exercise]:
    """The exercises whose answers are floating-point numbers."""
    return [one for one in course.exercises.values() if not one.is_module and floats(Prepared(course, one, SEED))]


def floats(prepared: Prepared) -> bool:
    return any(leaves(answer.value) for answer in prepared.expected if isinstance(answer, Returned))


def leaves(value: Any) -> list[np.ndarray]:
    """The floating-point arrays and numbers within a value."""
    if isinstance(value, np.ndarray):
        return [value] if value.dtype.kind == "f" else []
    if isinstance(value, float):
        return [np.asarray(value)]
    if isinstance(value, list | tuple):
        return [leaf for item in value for leaf in leaves(item)]
    return []


def changed(value: Any, change: Callable[[np.ndarray], np.ndarray]) -> Any:
    """The value with each floating-point array within it changed."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return change(value)
    if isinstance(value, list | tuple):
        return type(value)(changed(item, change) for item in value)
    return value


def used(expected: Any, got: Any, tolerance: Tolerance) -> float:
    """The largest share of the allowance by which two answers differ."""
    shares = [0.0]
    for wanted, given in zip(leaves(expected), leaves(got), strict=True):
        error = np.abs(given - wanted)
        allowed = tolerance.atol + tolerance.rtol * np.abs(wanted)
        with np.errstate(all="ignore"):
            shares.append(float(np.where(error == 0, 0.0, error / allowed).max(initial=0.0)))
    return max(shares)


def by_rounding(prepared: Prepared) -> float:
    """The share of the allowance that changes of the inputs by one unit in the last place use."""
    source = np.random.default_rng(SEED)

    def nudged(array: np.ndarray) -> np.ndarray:
        towards = np.where(source.random(array.shape) < 0.5, -np.inf, np.inf)
        return np.where(array == 0, array, np.nextafter(array, towards))

    return worst(prepared, lambda args: prepared.reference(*changed(args, nudged)), TIMES)


def by_single_precision(prepared: Prepared) -> float:
    """The share of the allowance that an answer uses which went through float32 at its end."""

    def through_single(args: Any) -> Any:
        return changed(prepared.reference(*args), lambda array: array.astype(np.float32).astype(np.float64))

    return worst(prepared, through_single, 1)


def worst(prepared: Prepared, answer: Callable[[Any], Any], times: int) -> float:
    shares = [0.0]
    for example, expected in zip(prepared.examples, prepared.expected, strict=True):
        if isinstance(expected, Returned) and leaves(expected.value):
            for _ in range(times):
                shares.append(used(expected.value, answer(example.args), prepared.exercise.tolerance))
    return max(shares)


def main() -> None:
    course = load_course(ROOT)
    print(f"{'exercise':32} {'rtol':>8} {'atol':>8}   one ulp uses   single precision uses")
    for exercise in numeric(course):
        prepared = Prepared(course, exercise, SEED)
        rtol, atol = exercise.tolerance.rtol, exercise.tolerance.atol
        rounding, single = by_rounding(prepared), by_single_precision(prepared)
        print(f"{exercise.id:32} {rtol:8.0e} {atol:8.0e}   {rounding:12.1e}   {single:.1e}")


if __name__ == "__main__":
    main()
