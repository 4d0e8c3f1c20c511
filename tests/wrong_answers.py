"""Every answer that a question knows to be wrong."""

from __future__ import annotations

from collections.abc import Iterator

from grader.bank.mark.line import lines
from grader.bank.questions.choice import Multiple, Single
from grader.bank.questions.cloze import Cloze, NumberGap, SingleGap, TextGap
from grader.bank.questions.common import Question
from grader.bank.questions.line import Line
from grader.bank.questions.match import Match
from grader.bank.questions.number import NumberQuestion, WrongNumber
from grader.bank.questions.order import Order
from grader.bank.questions.shape import Shape
from grader.bank.questions.text import TextQuestion


def distractors(question: Question) -> Iterator[tuple[object, object]]:
    """Each known wrong response, with the reason its author wrote (None where there is none)."""
    match question:
        case Single():
            yield from ((place, one.why) for place, one in enumerate(question.options) if not one.correct)
        case Multiple():
            right = [place for place, one in enumerate(question.options) if one.correct]
            yield from (([*right, place], one.why) for place, one in enumerate(question.options) if not one.correct)
            yield from ((right[1:] or [0, 1], None) for _ in (0,))
        case NumberQuestion():
            yield from _numbers(question.wrong)
        case TextQuestion():
            yield from ((typed, wrong.why) for wrong in question.reject for typed in wrong.texts)
        case Order():
            yield list(reversed(range(len(question.items)))), None
        case Match():
            size = len(question.pairs)
            yield [*range(1, size), 0], None
            yield from (([size + n, *range(1, size)], extra.why) for n, extra in enumerate(question.extra))
        case Cloze():
            for name, gap in question.gaps.items():
                yield from (({name: typed}, reason) for typed, reason in of_gap(gap))
        case Shape():
            yield from ((str(tuple(wrong.shape)), wrong.why) for wrong in question.wrong)
        case Line():
            told = {wrong.line: wrong.why for wrong in question.wrong}
            for place, line in enumerate(lines(question), 1):
                if line.strip() and place != question.fault:
                    yield place, told.get(place)


def of_gap(gap: TextGap | NumberGap | SingleGap) -> Iterator[tuple[object, object]]:
    """The same of one gap."""
    match gap:
        case SingleGap():
            yield from ((place, one.why) for place, one in enumerate(gap.options) if not one.correct)
        case NumberGap():
            yield from _numbers(gap.wrong)
        case TextGap():
            yield from ((typed, wrong.why) for wrong in gap.reject for typed in wrong.texts)


def _numbers(wrong: list[WrongNumber]) -> Iterator[tuple[object, object]]:
    for mistake in wrong:
        if mistake.value is not None:
            yield repr(mistake.value), mistake.why
        elif mistake.range is not None:
            yield repr(sum(mistake.range) / 2), mistake.why
