"""What arguments name: exercises, topics, lessons. Where there is none of a name, the nearest one is offered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from grader.model import Course, Exercise, Message, ZachetkaError, message

if TYPE_CHECKING:
    from grader.bank.bank import LessonBank

LIST = message("See `zachetka list`")


def exercises_of(course: Course, ids: Iterable[str]) -> list[Exercise]:
    """The exercises of these ids, each once. Raises ZachetkaError where there is none."""
    wanted = list(dict.fromkeys(ids))
    for id in wanted:
        must_be_known(id, course.exercises, message("there is no exercise {name}", name=id), LIST)
    return [course.exercises[id] for id in wanted]


def lessons_at(course: Course, place: str | None) -> list[LessonBank]:
    """The lessons of a topic, or one lesson, or all. Raises ZachetkaError where there is none of that name."""
    from grader.bank.load import load_bank

    names = {topic.id: [lesson.id for lesson in topic.lessons] for topic in course.topics}
    names |= {lesson: [lesson] for lessons in list(names.values()) for lesson in lessons}
    if place is not None:
        must_be_known(place, names, message("there is no topic or lesson {name}", name=place), LIST)
    bank = load_bank(course)
    wanted = list(bank.lessons) if place is None else names[place]
    return [bank.lessons[name] for name in wanted]


def must_be_known(name: str, names: Iterable[str], absent: Message, remedy: Message) -> None:
    """Nothing, or a ZachetkaError with the nearest name, and with the remedy where none is near."""
    from grader.problems import closest

    names = list(names)
    if name not in names:
        near = closest(name, names)
        remedy = message("Did you mean {near}?", near=near) if near else remedy
        raise ZachetkaError(message("{problem}. {remedy}", problem=absent, remedy=remedy))
