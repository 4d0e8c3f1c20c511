"""What a course's checks.py is written with: calls, statements about answers, and strategies for inputs.

A property is a generator. It receives one example by parameter name, yields the calls it wants made, is sent
what they return, and states what must hold. It never runs student code, so the judge may batch its calls.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.alike import alike
from grader.calls import Arguments, Disagreement, Property
from grader.strategies import (
    arrays,
    booleans,
    counts,
    documents,
    matrix,
    numbers,
    sizes,
    texts,
    tokens,
    words,
)

__all__ = [
    "Arguments",
    "Disagreement",
    "Property",
    "agree",
    "arrays",
    "booleans",
    "call",
    "counts",
    "documents",
    "draws",
    "matrix",
    "numbers",
    "permutation",
    "require",
    "sizes",
    "texts",
    "tokens",
    "words",
]


def call(*args: Any, **kwargs: Any) -> Arguments:
    """A call that a property asks for."""
    return Arguments(args, kwargs)


def agree(got: object, expected: object, *, rtol: float = 1e-6, atol: float = 1e-8) -> None:
    """Nothing when two values agree up to rounding in every entry; Disagreement otherwise."""
    if not alike(got, expected, rtol=rtol, atol=atol):
        raise Disagreement(got, expected)


def require(truth: object, got: object = None) -> None:
    """Nothing when `truth` holds; Disagreement showing `got` otherwise."""
    if not truth:
        raise Disagreement(got)


def permutation(size: int) -> np.ndarray:
    """A fixed order of 0 … size-1 that moves every element when size > 1: the reverse, rotated when odd."""
    order = np.arange(size)[::-1].copy()
    return np.roll(order, 1) if size % 2 and size > 1 else order


Drawer = Callable[..., object]


def draws(*exercises: str, case: str | None = None) -> Callable[[Drawer], Drawer]:
    """A decorator: `function(draw, distinct)` draws the arguments of these exercises (of one case only); it stacks."""

    def mark(function: Drawer) -> Drawer:
        earlier = getattr(function, "__draws__", ())
        function.__draws__ = (*earlier, (exercises, case))  # type: ignore[attr-defined]
        return function

    return mark
