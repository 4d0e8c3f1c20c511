"""A sitting at a quiz: which questions are asked, in which order, and what is typed at each prompt."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass

from grader.bank.bank import LessonBank
from grader.bank.expressions import Scope
from grader.bank.mark.line import lines
from grader.bank.mark.table import place_name
from grader.bank.marking import WHOLE
from grader.bank.questions.choice import Multiple, Single
from grader.bank.questions.cloze import Cloze, SingleGap
from grader.bank.questions.common import Question
from grader.bank.questions.generated import Generated
from grader.bank.questions.line import Line
from grader.bank.questions.match import Match
from grader.bank.questions.open import Open
from grader.bank.questions.order import Order
from grader.bank.questions.table import Table
from grader.bank.ready import ready
from grader.model import Message, message

NONE = "-"


class NotUnderstood(ValueError):
    """What was typed does not say which; `why` says what can be typed."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.id)
        self.why = why


@dataclass(frozen=True, slots=True)
class Item:
    """A question that is asked: its id in the course, its lesson, and the order in which its parts to choose stand."""

    lesson: str
    declared: str
    question: Question
    order: tuple[int, ...]


def items(lessons: Iterable[LessonBank], scope: Scope, seed: int, kind: str | None, number: int | None) -> list[Item]:
    """Questions in an order drawn from the seed; open ones, which nobody marks, only when their type is named."""
    source = random.Random(seed)
    found: list[Item] = []
    for lesson in lessons:
        for question in ready(lesson, scope).questions:
            if _wanted(question, kind) and question.visibility == "open":
                found.append(_item(lesson.id, question, scope, source))
    source.shuffle(found)
    return found[:number]


def _wanted(question: Question, kind: str | None) -> bool:
    """Whether it is of a type; a generated question is also of the type in which its variants ask."""
    if kind is None:
        return question.type != "open"
    return kind in (question.type, question.ask.type if isinstance(question, Generated) else None)


def _item(lesson: str, question: Question, scope: Scope, source: random.Random) -> Item:
    from grader.bank.variants import variants

    declared = question.id
    if isinstance(question, Generated):
        question = source.choice(variants(question, scope, source.randrange(2**31)))
    order = list(range(_choices(question)))
    source.shuffle(order)
    return Item(lesson, declared, question, tuple(order))


def _choices(question: Question) -> int:
    """How many things a learner chooses among whose order tells nothing."""
    match question:
        case Single() | Multiple():
            return len(question.options)
        case Order():
            return len(question.items)
        case Match():
            return len(question.pairs) + len(question.extra)
    return 0


def prompts(question: Question) -> list[str]:
    """The parts that are typed one after another: gaps, cells, else the whole."""
    match question:
        case Cloze():
            return list(question.gaps)
        case Table():
            return [place_name(row, column) for row, column in question.blank]
    return [WHOLE]


def answer(item: Item, part: str, typed: str) -> object:
    """What a line typed at a prompt answers; None for an empty line, NotUnderstood where numbers were wanted."""
    question, typed = item.question, typed.strip()
    if not typed:
        return None
    match question:
        case Single():
            return item.order[_one(typed, len(item.order))]
        case Multiple():
            return sorted(item.order[place] for place in _some(typed, len(item.order)))
        case Order():
            return [item.order[place] for place in _all(typed, len(item.order))]
        case Match():
            return _matched(item, typed, len(question.pairs))
        case Line():
            return _one(typed, len(lines(question))) + 1
        case Open():
            return sorted(_some(typed, len(question.rubric)))
        case Cloze():
            gap = question.gaps[part]
            return _one(typed, len(gap.options)) if isinstance(gap, SingleGap) else typed
    return typed


def _one(typed: str, size: int) -> int:
    if typed.isdecimal() and 1 <= int(typed[:6]) <= size:
        return int(typed) - 1
    raise NotUnderstood(message("Type one number from 1 to {size}.", size=size))


def _some(typed: str, size: int) -> list[int]:
    try:
        places = [_one(word, size) for word in _words(typed)]
    except NotUnderstood:
        places = []
    if not places or len(set(places)) < len(places):
        raise NotUnderstood(message("Type different numbers from 1 to {size}, such as 1 3.", size=size))
    return places


def _all(typed: str, size: int) -> list[int]:
    words = _words(typed)
    places = [int(word[:6]) - 1 for word in words if word.isdecimal()]
    if sorted(places) != list(range(size)) or len(words) != size:
        example = " ".join(map(str, [*range(2, size + 1), 1]))
        raise NotUnderstood(message("Type all {size} numbers in order, such as {example}.", size=size, example=example))
    return places


def _matched(item: Item, typed: str, size: int) -> list[int | None]:
    words = _words(typed)
    try:
        places = [None if word == NONE else item.order[_one(word, len(item.order))] for word in words]
    except NotUnderstood:
        places = []
    if len(places) != size:
        example = " ".join(map(str, [*range(2, size + 1), 1]))
        raise NotUnderstood(
            message("Type {size} numbers, one a line, such as {example}; - for none.", size=size, example=example)
        )
    return places


def _words(typed: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", typed) if word]
