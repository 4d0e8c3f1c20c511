"""Marking a number: right within its tolerance, else known as a mistake, else as a slip."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from grader.bank.marking import Marking, Note, is_empty, one, unmarked
from grader.bank.numerals import Reading, Unreadable, read_number
from grader.bank.questions.cloze import NumberGap
from grader.bank.questions.number import NumberQuestion, WrongNumber
from grader.bank.questions.table import Table
from grader.bank.texts import text

ROUNDING = 1e-9
SLIPS = tuple(10.0**power for power in (-3, -2, -1, 1, 2, 3))


@dataclass(frozen=True, slots=True)
class Target:
    """The number that is asked, how far an answer may be off, and in how many decimals it is asked."""

    answer: float
    within: float
    decimals: int = 0
    percent: bool = False


def concrete(number: float | str) -> float:
    """The number; an expression must have been computed before it comes here."""
    if isinstance(number, str):
        raise ValueError(f"number={number!r} is an expression that is not computed yet")
    return float(number)


def target(question: NumberQuestion | NumberGap) -> Target:
    """The number that a question or a gap asks."""
    answer = concrete(question.answer)
    within = tolerance(question.atol, question.decimals + 2 * question.percent)
    return Target(answer, within, question.decimals + 2 * question.percent, question.percent)


def cell(question: Table, row: int, column: int) -> Target:
    """The number that a cell of a table asks."""
    if isinstance(question.cells, str):
        raise ValueError(f"cells={question.cells!r} is an expression that is not computed yet")
    return Target(question.cells[row][column], tolerance(question.atol, question.decimals), question.decimals)


def tolerance(atol: float, decimals: int) -> float:
    """How far a number may be off: never less than rounding to the decimals that are asked takes.

    The decimals of a percentage are those before the sign of percent, so a share has two more.
    """
    return max(atol, 0.5 * 10.0**-decimals) if decimals > 0 else atol


def span(wrong: WrongNumber, within: float) -> tuple[float, float]:
    """The lowest and the highest number that a recognised mistake explains."""
    if wrong.range is not None:
        return wrong.range[0], wrong.range[1]
    value = concrete(0.0 if wrong.value is None else wrong.value)
    return value - within, value + within


def mark_number(target: Target, wrong: Sequence[WrongNumber], response: object) -> Marking:
    """Right, or wrong with the reason that fits best."""
    if is_empty(response):
        return unmarked("one", "empty")
    if not isinstance(response, str):
        return unmarked("one", "malformed")
    try:
        reading = read_number(response)
    except Unreadable as error:
        return one(False, note="unreadable", detail=error.why)
    if _near(reading.value, target.answer, target.within):
        return one(True)
    for mistake in wrong:
        low, high = span(mistake, target.within)
        slack = _slack(target.answer)
        if low - slack <= reading.value <= high + slack:
            return one(False, text(mistake.why))
    return one(False, note=slip(target, reading))


def slip(target: Target, reading: Reading) -> Note:
    """The name of the slip that explains a number; nothing when none does."""
    value, answer, within = reading.value, target.answer, target.within
    if answer and _near(-value, answer, within):
        return "sign"
    if reading.percent or target.percent:
        hundredfold = value * 100, value / 100
        if answer and any(_near(other, answer, min(within, abs(answer) / 20)) for other in hundredfold):
            return "percent"
    if _rounded_too_soon(value, target):
        return "precision"
    if answer and any(_near(value, answer * power, min(within, abs(answer) / 20) * power) for power in SLIPS):
        return "slip"
    return ""


def _rounded_too_soon(value: float, target: Target) -> bool:
    """Whether it is nearly the answer, or the answer rounded to fewer decimals than are asked."""
    if abs(value - target.answer) <= 10 * target.within:
        return True
    for decimals in range(target.decimals):
        step = 10.0**-decimals
        whole = abs(value / step - math.floor(value / step + 0.5)) < ROUNDING
        if value and whole and abs(value - target.answer) <= step / 2 + ROUNDING:
            return True
    return False


def _near(value: float, answer: float, within: float) -> bool:
    return abs(value - answer) <= within + _slack(answer)


def _slack(answer: float) -> float:
    """What the arithmetic of computers may be off beside the tolerance."""
    return ROUNDING * max(1.0, abs(answer))
