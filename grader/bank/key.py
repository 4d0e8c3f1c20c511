"""The right answer to a question, as a learner would give it."""

from __future__ import annotations

from grader.bank.mark.number import Target, cell, target
from grader.bank.mark.table import place_name
from grader.bank.questions.choice import Multiple, Option, Single
from grader.bank.questions.cloze import Cloze, Gap, NumberGap, SingleGap
from grader.bank.questions.common import Question
from grader.bank.questions.line import Line
from grader.bank.questions.match import Match
from grader.bank.questions.number import NumberQuestion
from grader.bank.questions.open import Open
from grader.bank.questions.order import Order
from grader.bank.questions.shape import Shape
from grader.bank.questions.table import Table
from grader.bank.questions.text import Accepted, TextQuestion
from grader.model import Lang


def key(question: Question, lang: Lang) -> object:
    """A response that `mark` finds right; words are given in one language."""
    match question:
        case Single():
            return _right(question.options)
        case Multiple():
            return [place for place, option in enumerate(question.options) if option.correct]
        case NumberQuestion():
            return number_shown(target(question), lang)
        case TextQuestion():
            return _first(question.accept, lang)
        case Order():
            return list(range(len(question.items)))
        case Match():
            return list(range(len(question.pairs)))
        case Cloze():
            return {name: _of_gap(gap, lang) for name, gap in question.gaps.items()}
        case Table():
            blank = [(row, column) for row, column in question.blank]
            return {place_name(*place): number_shown(cell(question, *place), lang) for place in blank}
        case Shape():
            return shape_shown(question.answer)
        case Line():
            return question.fault
        case Open():
            return list(range(len(question.rubric)))
    raise ValueError(f"question={question.id!r} of type {question.type!r} is not concrete: take a variant of it")


def number_shown(number: Target, lang: Lang) -> str:
    """A number with the decimals that are asked; in full where those would hide what it is."""
    scale, sign = (100, " %") if number.percent else (1, "")
    decimals = max(0, number.decimals - 2) if number.percent else number.decimals
    value = number.answer * scale
    text = f"{value:.{decimals}f}"
    if abs(float(text) - value) > number.within * scale + 1e-9 * max(1.0, abs(value)):
        text = f"{value:.6g}"
    if float(text) == 0:
        text = text.removeprefix("-")
    return (text.replace(".", ",") if lang == "ru" else text).replace("-", "−") + sign


def shape_shown(sizes: list[int]) -> str:
    """A shape as Python writes it: `(5, 7)`, `(5,)`."""
    return str(tuple(sizes))


def _right(options: list[Option]) -> int:
    return next(place for place, option in enumerate(options) if option.correct)


def _first(accept: Accepted, lang: Lang) -> str:
    return (accept.ru if lang == "ru" else accept.en)[0]


def _of_gap(gap: Gap, lang: Lang) -> object:
    if isinstance(gap, SingleGap):
        return _right(gap.options)
    if isinstance(gap, NumberGap):
        return number_shown(target(gap), lang)
    return _first(gap.accept, lang)
