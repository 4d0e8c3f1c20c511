"""The bank with its numbers: examples worked, computed numbers filled into texts, expressions in questions resolved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel

from grader.bank.bank import LessonBank
from grader.bank.expressions import Scope
from grader.bank.flashcard import Flashcard
from grader.bank.page import COMPUTED, Page
from grader.bank.questions.cloze import Cloze, NumberGap
from grader.bank.questions.common import Question
from grader.bank.questions.number import NumberQuestion, WrongNumber
from grader.bank.questions.table import Table
from grader.bank.saying import in_places, said
from grader.bank.worked import Shown, Worked, WorkedStep, work
from grader.model import LANGS, Lang, Text, ZachetkaError, message
from grader.schema import TextEntry

Model = TypeVar("Model", bound=BaseModel)
Examples = Mapping[str, Worked]
Fill = Callable[[str, Lang], str]


@dataclass(frozen=True, slots=True)
class ReadyLesson:
    """A lesson as a reader gets it."""

    bank: LessonBank
    pages: Mapping[Lang, Page]
    cards: tuple[Flashcard, ...]
    questions: tuple[Question, ...]
    examples: tuple[Worked, ...]


def ready(lesson: LessonBank, scope: Scope) -> ReadyLesson:
    """The lesson with everything computed; a course error when something cannot be."""
    worked = {example.id: work(example, scope) for example in lesson.examples}
    fill = partial(filled, examples=worked, scope=scope)
    return ReadyLesson(
        bank=lesson,
        pages={lang: replace(page, source=fill(page.source, lang)) for lang, page in lesson.pages.items()},
        cards=tuple(with_numbers(card, fill) for card in lesson.cards),
        questions=tuple(resolved(with_numbers(question, fill), scope) for question in lesson.questions),
        examples=tuple(_example(one, fill) for one in worked.values()),
    )


def filled(text: str, lang: Lang, *, examples: Examples, scope: Scope) -> str:
    """The text with each `{{example: expression | form}}` replaced by its value."""

    def say(place: Any, math: bool) -> str:
        name, expression, form = place.groups()
        if name not in examples:
            raise ZachetkaError(message("'{place}' names no worked example of this lesson", place=place[0]))
        return said(scope.value(expression, examples[name].names), form or "", lang, math)

    return in_places(text, COMPUTED, say)


def with_numbers(entry: Model, fill: Fill) -> Model:
    """The entry with numbers filled into all its texts."""
    return _mapped(entry, fill)  # type: ignore[no-any-return]


def _mapped(value: Any, fill: Fill) -> Any:
    match value:
        case TextEntry():
            return TextEntry(**{lang: fill(getattr(value, lang), lang) for lang in LANGS})
        case BaseModel():
            fields = {name: getattr(value, name) for name in type(value).model_fields}
            changed = {name: _mapped(one, fill) for name, one in fields.items()}
            return value.model_copy(update=changed)
        case list():
            return [_mapped(one, fill) for one in value]
        case dict():
            return {name: _mapped(one, fill) for name, one in value.items()}
    return value


def resolved(question: Question, scope: Scope) -> Question:
    """The question with every expression replaced by its value; a generated one stays as it is."""
    match question:
        case NumberQuestion():
            return _numbers(question, scope)
        case Cloze():
            gaps = {
                name: _numbers(gap, scope) if isinstance(gap, NumberGap) else gap for name, gap in question.gaps.items()
            }
            return question.model_copy(update={"gaps": gaps})
        case Table():
            return _table(question, scope)
    return question


Numeric = TypeVar("Numeric", NumberQuestion, NumberGap)


def _numbers(question: Numeric, scope: Scope) -> Numeric:
    wrong = [_wrong(one, scope) for one in question.wrong]
    return question.model_copy(update={"answer": _number(question.answer, scope), "wrong": wrong})


def _wrong(one: WrongNumber, scope: Scope) -> WrongNumber:
    return one if one.value is None else one.model_copy(update={"value": _number(one.value, scope)})


def _number(value: float | str, scope: Scope) -> float:
    return float(scope.value(value, {})) if isinstance(value, str) else float(value)


def _table(question: Table, scope: Scope) -> Table:
    names = scope.inputs(question.inputs)
    cells = scope.value(question.cells, names) if isinstance(question.cells, str) else question.cells
    update: dict[str, Any] = {"cells": [[float(cell) for cell in row] for row in cells]}
    for axis in ("rows", "columns"):
        labels = getattr(question, axis)
        if isinstance(labels, str):
            found = [str(label) for label in scope.value(labels, names)]
            update[axis] = dict.fromkeys(LANGS, found)
    return question.model_validate(question.model_dump() | update)


def _example(worked: Worked, fill: Fill) -> Worked:
    steps = tuple(
        WorkedStep(_both(step.say, fill), _shown(step.shown, fill) if step.shown else None) for step in worked.steps
    )
    return replace(worked, title=_both(worked.title, fill), steps=steps)


def _shown(shown: Shown, fill: Fill) -> Shown:
    return replace(shown, alt=_both(shown.alt, fill) if shown.alt else None)


def _both(text: Text, fill: Fill) -> Text:
    return Text(fill(text.ru, "ru"), fill(text.en, "en"))
