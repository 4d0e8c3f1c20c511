"""Answers to try on a question: each that its author knows to be wrong, and many that nobody thought of."""

from __future__ import annotations

from collections.abc import Iterator

from grader.bank.key import key
from grader.bank.mark.line import lines
from grader.bank.mark.number import concrete
from grader.bank.questions.choice import Multiple, Option, Single
from grader.bank.questions.cloze import Cloze, Gap, NumberGap, SingleGap
from grader.bank.questions.common import Question
from grader.bank.questions.line import Line
from grader.bank.questions.match import Match
from grader.bank.questions.number import NumberQuestion, WrongNumber
from grader.bank.questions.open import Open
from grader.bank.questions.order import Order
from grader.bank.questions.shape import Shape
from grader.bank.questions.table import Table
from grader.bank.questions.text import Rejected, TextQuestion
from grader.bank.texts import text, text_or_none
from grader.model import Text

Wrong = tuple[object, Text | None]


def distractors(question: Question) -> Iterator[Wrong]:
    """Each response that is known to be wrong, with the reason its author wrote."""
    match question:
        case Single():
            yield from _unchosen(question.options)
        case Multiple():
            right = [place for place, one in enumerate(question.options) if one.correct]
            yield from (([*right, place], why) for place, why in _unchosen(question.options) if isinstance(place, int))
        case NumberQuestion():
            yield from _numbers(question.wrong)
        case TextQuestion():
            yield from _words(question.reject)
        case Match():
            size = len(question.pairs)
            yield from (([size + n, *range(1, size)], text(extra.why)) for n, extra in enumerate(question.extra))
        case Cloze():
            for name, gap in question.gaps.items():
                yield from (({name: typed}, reason) for typed, reason in _of_gap(gap))
        case Shape():
            yield from ((str(tuple(wrong.shape)), text(wrong.why)) for wrong in question.wrong)
        case Line():
            told = {wrong.line: text(wrong.why) for wrong in question.wrong}
            for place, line in enumerate(lines(question), 1):
                if line.strip() and place != question.fault:
                    yield place, told.get(place)


def partial(question: Question) -> Iterator[object]:
    """Responses that are right in part."""
    match question:
        case Multiple():
            right = [place for place, one in enumerate(question.options) if one.correct]
            wrong = [place for place, one in enumerate(question.options) if not one.correct]
            yield from ([right[0]], [right[-1], wrong[0]], wrong, list(range(len(question.options))))
        case Order():
            size = len(question.items)
            yield from ([*range(1, size), 0], [1, 0, *range(2, size)], list(range(size))[::-1])
        case Match():
            size = len(question.pairs)
            yield from ([0, *[None] * (size - 1)], [*range(1, size), 0], [0] * size)
        case Cloze() | Table():
            every = key(question, "en")
            assert isinstance(every, dict)
            yield from ({name: typed} for name, typed in every.items())
            yield {**every, next(iter(every)): "?"}
        case Open():
            yield from ([0], list(range(len(question.rubric)))[::-2])


MALFORMED: tuple[object, ...] = (None, "", " ", [], {}, -1, 99, 1.5, "@", [99], [0, 0], {"x": "1"})
ODD_WORDS = ("«{}».", " {}  ", "{}!", "\u200b{}", "{}\u00a0")


def spellings(question: Question) -> Iterator[str]:
    """The right answer typed in other ways, and ways that are not right."""
    match question:
        case NumberQuestion():
            yield from number_spellings(concrete(question.answer), question.decimals)
        case TextQuestion():
            ru, en = question.accept.ru[0], question.accept.en[0]
            yield from (odd.format(word) for word in (ru, en) for odd in ODD_WORDS)
            yield from (ru.upper(), ru + "ъ")
        case Shape():
            sizes = [str(size) for size in question.answer]
            plain = ", ".join(sizes)
            yield from (sign.join(sizes) for sign in (", ", "×", " x ", "х", ";", " "))
            yield from (f"[{plain}]", f"({plain},)", f"({plain}", f"{plain}, 1", ", ".join(sizes[::-1]))


def number_spellings(value: float, decimals: int) -> Iterator[str]:
    """A number in many notations, and slips of sign, place, precision and percent."""
    plain = f"{value:.{decimals + 2}f}" if abs(value) < 1e6 else repr(value)
    yield from (
        plain,
        plain.replace(".", ","),
        plain.replace("-", "\u2212"),
        f"= {plain}",
        f"≈{plain}",
        f" {plain}\u00a0",
    )
    yield from (f"{value:.{decimals + 3}e}", f"({plain})", f"{plain}+0", f"2·{plain}/2", f"{plain}×10⁰", f"{plain}^1")
    yield from (f"{value * 100:.{decimals + 2}f} %", f"{value * 1000:.{decimals + 2}f}:1000", f"sqrt({value**2:.12g})")
    yield from (f"{-value:.{decimals + 2}f}", f"{value * 10:.{decimals + 2}f}", f"{value / 100:.{decimals + 4}f}")
    yield from (f"{value:.1f}", f"{value:.0f}", f"{value * 100:.{decimals}f}", f"{value * 1.5 + 1:.6f}")
    yield from ("1/0", "log(2)", "1.000,5", "1,2,3", "ln 2^3", "(", "2 3", "nan", "1e999", "∞", "9" * 101)


def _unchosen(options: list[Option]) -> Iterator[Wrong]:
    yield from ((place, text_or_none(one.why)) for place, one in enumerate(options) if not one.correct)


def _of_gap(gap: Gap) -> Iterator[Wrong]:
    if isinstance(gap, SingleGap):
        return _unchosen(gap.options)
    return _numbers(gap.wrong) if isinstance(gap, NumberGap) else _words(gap.reject)


def _words(reject: list[Rejected]) -> Iterator[Wrong]:
    yield from ((typed, text(wrong.why)) for wrong in reject for typed in wrong.texts)


def _numbers(wrong: list[WrongNumber]) -> Iterator[Wrong]:
    for mistake in wrong:
        value = sum(mistake.range) / 2 if mistake.range is not None else concrete(mistake.value or 0.0)
        yield repr(value), text(mistake.why)
