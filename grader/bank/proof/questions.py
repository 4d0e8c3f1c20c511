"""Rules for questions of each type, as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.bank.mark.line import lines
from grader.bank.page import FORMULA
from grader.bank.questions.choice import Multiple, Option, Single
from grader.bank.questions.cloze import GAP, Cloze, SingleGap
from grader.bank.questions.common import Question
from grader.bank.questions.line import Line
from grader.bank.questions.match import Match
from grader.bank.questions.order import Order
from grader.bank.questions.shape import Shape
from grader.bank.questions.table import Table
from grader.bank.questions.text import TextQuestion
from grader.model import LANGS, Message, message
from grader.schema import TextEntry


def question_faults(question: Question) -> Iterator[Message]:
    """What is wrong with a question beside its schema."""
    match question:
        case Single() | Multiple():
            yield from _options(question.options)
        case Cloze():
            yield from _gaps(question)
        case Match():
            yield from _twice(
                "right", [*(pair.right for pair in question.pairs), *(one.text for one in question.extra)]
            )
            yield from _twice("left", [pair.left for pair in question.pairs])
        case Order():
            yield from _twice("items", question.items)
        case Table():
            yield from _blanks(question)
        case Line():
            yield from _lines(question)
        case Shape():
            yield from _shapes(question)
        case TextQuestion():
            yield from _words(question)


def _options(options: Sequence[Option]) -> Iterator[Message]:
    yield from _twice("options", [option.text for option in options])


def _twice(key: str, texts: Sequence[TextEntry]) -> Iterator[Message]:
    for lang in LANGS:
        said = [" ".join(getattr(text, lang).split()).casefold() for text in texts]
        for place, text in enumerate(said):
            if text in said[:place]:
                yield message("`{key}` says '{text}' twice: make them differ", key=key, text=text)


def _gaps(question: Cloze) -> Iterator[Message]:
    wanted = sorted(question.gaps)
    for lang in LANGS:
        found = sorted(GAP.findall(FORMULA.sub("", getattr(question.text, lang))))
        if found != wanted:
            yield message("`text.{lang}` has the gaps {found}, `gaps:` has {wanted}: make them equal", lang=lang,
                          found=", ".join(found) or "-", wanted=", ".join(wanted))  # fmt: skip
    for gap in question.gaps.values():
        if isinstance(gap, SingleGap):
            yield from _options(gap.options)
            right = sum(option.correct for option in gap.options)
            if right != 1:
                yield message("exactly one option must be `correct: true`, here {number} are", number=right)


def _blanks(question: Table) -> Iterator[Message]:
    places = [tuple(place) for place in question.blank]
    if len(set(places)) < len(places):
        yield message("`blank:` names a cell twice: delete one of the two")


def _lines(question: Line) -> Iterator[Message]:
    code = lines(question)
    for number in (question.fault, *(one.line for one in question.wrong)):
        if number > len(code) or not code[number - 1].strip():
            yield message("the code has no line {number} to choose: count from 1", number=number)
    if question.fault in [one.line for one in question.wrong]:
        yield message("line {number} is the fault and is called right in `wrong:`", number=question.fault)


def _shapes(question: Shape) -> Iterator[Message]:
    shapes = [question.answer, *(one.shape for one in question.wrong)]
    for place, shape in enumerate(shapes):
        if shape in shapes[:place]:
            yield message("the shape {shape} stands here twice: make them differ", shape=str(shape))


def _words(question: TextQuestion) -> Iterator[Message]:
    accepted = {word.casefold() for lang in LANGS for word in getattr(question.accept, lang)}
    for one in question.reject:
        for word in one.texts:
            if word.casefold() in accepted:
                yield message("'{word}' is accepted and rejected: delete one of the two", word=word)
