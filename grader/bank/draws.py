"""How a generated question draws its numbers, in the words of Hypothesis; a seed draws the same everywhere."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.bank.expressions import Scope
from grader.model import ZachetkaError, message


@dataclass(frozen=True, slots=True)
class Draw:
    """A value that is not drawn yet."""

    value: Callable[[random.Random], Any]


def integers(low: int, high: int) -> Draw:
    """A whole number, both ends included."""
    if low > high:
        raise ValueError(f"integers({low}, {high}) is empty")
    return Draw(lambda source: source.randint(low, high))


def decimals(low: float, high: float, places: int) -> Draw:
    """A number with so many decimals, both ends included."""
    unit: int = 10**places
    return Draw(lambda source: source.randint(round(low * unit), round(high * unit)) / unit)


def sampled_from(choices: Sequence[Any]) -> Draw:
    """One of the choices."""
    return Draw(lambda source: choices[source.randrange(len(choices))])


def lists(items: Draw, size: int) -> Draw:
    """A list of so many draws; numbers become an array."""
    return Draw(lambda source: _array([items.value(source) for _ in range(size)]))


def matrix(items: Draw, rows: int, columns: int) -> Draw:
    """An array of draws."""
    return Draw(lambda source: np.array([[items.value(source) for _ in range(columns)] for _ in range(rows)]))


def permutation(items: Sequence[Any]) -> Draw:
    """The items in some order."""
    return Draw(lambda source: _array(source.sample(list(items), len(items))))


WORDS = {one.__name__: one for one in (integers, decimals, sampled_from, lists, matrix, permutation)}


def _array(values: list[Any]) -> Any:
    return np.array(values) if values and all(isinstance(value, int | float) for value in values) else values


def drawn(declarations: Mapping[str, str], source: random.Random, scope: Scope) -> dict[str, Any]:
    """The drawn values by name; a declaration may use the names before it."""
    names: dict[str, Any] = {}
    for name, declaration in declarations.items():
        draw = scope.value(declaration, {**WORDS, **names})
        if not isinstance(draw, Draw):
            raise ZachetkaError(
                message("`{name}: {declaration}` draws nothing: write integers(2, 9) or another of {known}",
                        name=name, declaration=declaration, known=", ".join(WORDS))
            )  # fmt: skip
        names[name] = draw.value(source)
    return names
