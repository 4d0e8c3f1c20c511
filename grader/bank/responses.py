"""Answers as a reader sees them: the words of what was chosen, what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from grader.bank.mark.line import lines
from grader.bank.mark.table import place_name
from grader.bank.parts import part_title
from grader.bank.questions.choice import Multiple, Option, Single
from grader.bank.questions.cloze import Cloze, SingleGap
from grader.bank.questions.common import Question
from grader.bank.questions.line import Line
from grader.bank.questions.match import Match
from grader.bank.questions.open import Open
from grader.bank.questions.order import Order
from grader.bank.questions.table import Table
from grader.bank.texts import text
from grader.model import Lang, Text


def response_shown(question: Question, response: object, lang: Lang) -> str:
    """A response in words; one that does not fit the question as it is."""
    try:
        return _shown(question, response, lang)
    except (IndexError, KeyError, TypeError, ValueError):
        return str(response)


def _shown(question: Question, response: object, lang: Lang) -> str:
    match question, response:
        case _, None:
            return ""
        case Single(), int():
            return _option(question.options, response, lang)
        case Multiple(), list():
            return "; ".join(_option(question.options, place, lang) for place in response)
        case Open(), list():
            return "; ".join(text(question.rubric[place].point).within(lang) for place in response)
        case Order(), list():
            return " → ".join(text(question.items[place]).within(lang) for place in response)
        case Match(), list():
            return "; ".join(_pair(question, left, right, lang) for left, right in enumerate(response))
        case Cloze(), dict():
            return "; ".join(f"{name}: {_of_gap(question, name, given, lang)}" for name, given in response.items())
        case Table(), dict():
            places = [place_name(row, column) for row, column in question.blank]
            given = {place: response[place] for place in places if place in response}
            return "; ".join(f"{part_title(question, place).within(lang)}: {typed}" for place, typed in given.items())
        case Line(), int():
            return f"{response}: {lines(question)[response - 1].strip()}"
    return str(response)


def rights(question: Match) -> list[Text]:
    """The right sides: those of the pairs in order, then the extras."""
    return [text(pair.right) for pair in question.pairs] + [text(extra.text) for extra in question.extra]


def _option(options: Sequence[Option], place: int, lang: Lang) -> str:
    return text(options[place].text).within(lang)


def _pair(question: Match, left: int, right: int | None, lang: Lang) -> str:
    chosen = "–" if right is None else rights(question)[right].within(lang)
    return f"{text(question.pairs[left].left).within(lang)} → {chosen}"


def _of_gap(question: Cloze, name: str, given: object, lang: Lang) -> str:
    gap = question.gaps[name]
    if isinstance(gap, SingleGap) and isinstance(given, int):
        return _option(gap.options, given, lang)
    return str(given)
