"""What must hold between the entries of a course: ids are unique, and what is named exists.

The rules look at what the author wrote, valid or not, so that one error does not hide another.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from grader.model import Message, message
from grader.problems import Problem, remedy
from grader.yamlfile import Document, Spot

Named = tuple[Document, Spot, str]

EXCEPTIONS = sorted(
    name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, Exception)
)


def broken_rules(course: Document, banks: Mapping[str, Document]) -> Iterator[Problem]:
    """Problems between course.yaml and the exercises of each topic, in no particular order."""
    topics = list(_named(course, ("topics",), "id"))
    lessons = [lesson for _, spot, _ in topics for lesson in _named(course, (*spot[:-1], "lessons"), "id")]
    exercises = [found for bank in banks.values() for found in _named(bank, (), "id")]
    references = [found for bank in banks.values() for found in _named(bank, (), "reference")]
    assignments = list(_named(course, ("assignments",), "id"))
    for kind in (topics, lessons, exercises, assignments, [(d, s, r.partition(":")[2]) for d, s, r in references]):
        yield from _twice(kind)
    yield from _lessons_of_topics(course)
    yield from _read_before(course)
    known = _names(lessons)
    for bank in banks.values():
        yield from _exercises(bank, known)
    whole = all(isinstance(bank.value, list) for bank in banks.values())
    yield from _assignments(course, _names(topics), _names(exercises) if whole else None)


def _twice(named: Iterable[Named]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for document, spot, name in named:
        if name in first:
            words = message(
                "'{name}' is already at {where}: names must differ, choose another", name=name, where=first[name]
            )
            yield document.problem(spot, words)
        first.setdefault(name, f"{document.file}:{document.line(spot)}")


def _lessons_of_topics(course: Document) -> Iterator[Problem]:
    for _, spot, topic in _named(course, ("topics",), "id"):
        for _, place, lesson in _named(course, (*spot[:-1], "lessons"), "id"):
            if "/" in lesson and not lesson.startswith(f"{topic}/"):
                words = message(
                    "the lesson '{name}' stands under the topic '{topic}': begin its id with {topic}/",
                    name=lesson,
                    topic=topic,
                )
                yield course.problem(place, words)


def _read_before(course: Document) -> Iterator[Problem]:
    """What is to be read first stands earlier in study order, so that nobody is sent round in a circle."""
    earlier: list[str] = []
    for _, spot, _ in _named(course, ("topics",), "id"):
        for place, lesson in _entries(course, (*spot[:-1], "lessons")):
            before = lesson.get("before")
            for number, name in enumerate(before if isinstance(before, list) else []):
                words = message("'{name}' is no lesson above this one: {remedy}")
                yield from _unknown(course, (*place, "before", number), str(name), earlier, words)
            earlier.append(str(lesson.get("id")))


def _exercises(bank: Document, lessons: Sequence[str]) -> Iterator[Problem]:
    unknown = message("unknown lesson '{name}': {remedy}")
    for _, spot, lesson in _named(bank, (), "lesson"):
        yield from _unknown(bank, spot, lesson, lessons, unknown)
    for place, entry in _entries(bank, ()):
        for _, spot, read in _named(bank, (*place, "mistakes"), "read"):
            yield from _unknown(bank, spot, read.partition("#")[0], lessons, unknown)
        yield from _exceptions(bank, (*place, "accepts"), entry.get("accepts"))


def _exceptions(bank: Document, spot: Spot, accepts: object) -> Iterator[Problem]:
    unknown = message("unknown exception '{name}': {remedy}")
    for name, instead in (accepts if isinstance(accepts, dict) else {}).items():
        yield from _unknown(bank, (*spot, name), name, EXCEPTIONS, unknown)
        for place, other in enumerate(instead if isinstance(instead, list) else []):
            if isinstance(other, str):
                yield from _unknown(bank, (*spot, name, place), other, EXCEPTIONS, unknown)


def _assignments(course: Document, topics: Sequence[str], exercises: Sequence[str] | None) -> Iterator[Problem]:
    """`exercises` is None when a bank cannot be read: nobody knows then which exercises there are."""
    for place, entry in _entries(course, ("assignments",)):
        wanted, weights = entry.get("topics"), entry.get("exercises")
        if not wanted and not weights:
            yield course.problem(place, message("the assignment has no exercises: add `topics:` or `exercises:`"))
        for number, topic in enumerate(wanted if isinstance(wanted, list) else []):
            if isinstance(topic, str):
                spot = (*place, "topics", number)
                yield from _unknown(course, spot, topic, topics, message("unknown topic '{name}': {remedy}"))
        for name in weights if isinstance(weights, dict) and exercises is not None else {}:
            spot = (*place, "exercises", name)
            yield from _unknown(course, spot, name, exercises or (), message("unknown exercise '{name}': {remedy}"))


def _unknown(document: Document, spot: Spot, name: str, known: Sequence[str], words: Message) -> Iterator[Problem]:
    if name not in known:
        yield document.problem(spot, message(words.id, name=name, remedy=remedy(name, known)))


def _names(named: Iterable[Named]) -> list[str]:
    return [name for _, _, name in named]


def _named(document: Document, spot: Spot, key: str) -> Iterator[Named]:
    """Every text under `key` in the entries of a list, with its place."""
    for place, entry in _entries(document, spot):
        if isinstance(entry.get(key), str):
            yield document, (*place, key), entry[key]


def _entries(document: Document, spot: Spot) -> Iterator[tuple[Spot, dict[str, Any]]]:
    """The mappings in the list at a place, where there is one."""
    value: Any = document.value
    try:
        for part in spot:
            value = value[part]
    except (KeyError, IndexError, TypeError):
        return
    for place, entry in enumerate(value if isinstance(value, list) else []):
        if isinstance(entry, dict):
            yield (*spot, place), entry
