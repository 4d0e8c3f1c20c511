"""The two axes of a diagram: where values lie, and which numbers stand beside them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from grader.model import Lang
from grader.pages.pictures.numerals import power, tick

STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Axis:
    """From values to places; `ticks` are values with what is written beside them."""

    low: float
    high: float
    start: float
    end: float
    log: bool
    ticks: tuple[tuple[float, str], ...]

    def place(self, value: float) -> float:
        """Where a value lies."""
        low, high, value = (math.log10(one) for one in (self.low, self.high, value)) if self.log else (
            self.low, self.high, value
        )  # fmt: skip
        return self.start + (value - low) / (high - low) * (self.end - self.start)


def linear(values: Sequence[float], start: float, end: float, lang: Lang, most: int, *, exact: bool = False) -> Axis:
    """An axis with round numbers at equal distances; `exact` ends it where the values end."""
    low, high = min(values), max(values)
    if low == high:
        low, high = low - 1, high + 1
    if not exact and low > 0 and low < 0.4 * high:
        low = 0
    step = _step((high - low) / most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    if not exact:
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        low, high = first * step, last * step
    ticks = tuple((n * step, tick(n * step, lang)) for n in range(first, last + 1))
    return Axis(low, high, start, end, False, ticks)


def logarithmic(values: Sequence[float], start: float, end: float, most: int) -> Axis:
    """An axis of powers of ten."""
    positive = [one for one in values if one > 0] or [1.0]
    low = math.floor(math.log10(min(positive)) + 1e-9)
    high = max(math.ceil(math.log10(max(positive)) - 1e-9), low + 1)
    step = max(1, math.ceil((high - low) / most))
    exponents = range(high - (high - low) // step * step, high + 1, step)
    return Axis(10.0**low, 10.0**high, start, end, True, tuple((10.0**n, power(n)) for n in exponents))


def whole(low: int, high: int, start: float, end: float, lang: Lang, most: int) -> Axis:
    """An axis of whole numbers, the first and the last among those written if there is room."""
    step = max(1, round(_step((high - low) / most)))
    marks = list(range(math.ceil(low / step) * step, high + 1, step))
    if marks and marks[0] != low and (marks[0] - low) >= step / 2:
        marks.insert(0, low)
    return Axis(low, max(high, low + 1), start, end, False, tuple((n, tick(n, lang)) for n in marks))


def _step(rough: float) -> float:
    """The round number at or above a rough one."""
    unit = 10.0 ** math.floor(math.log10(rough))
    return next(unit * one for one in STEPS if unit * one >= rough * (1 - 1e-9))
