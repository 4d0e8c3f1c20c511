"""What is wrong with a course although it loads: promises between its files that need no code to be run."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from grader.directory import COURSE_FILE
from grader.editorline import editor_line
from grader.load import course_files
from grader.model import LANGS, Course, Exercise, message
from grader.problems import Problem
from grader.signatures import code_problems
from grader.twins import differences
from grader.yamlfile import Document, Spot, parse

MISTAKES = 3


def lint(course: Course, exercises: Collection[str] | None = None) -> list[Problem]:
    """All problems of some exercises, or of the whole course, in the order of its files."""
    banks = {name: parse(data, name) for name, data in course_files(course.root).items() if isinstance(data, bytes)}
    problems: list[Problem] = []
    if exercises is None:
        for bank in banks.values():
            problems += editor_line(course.root, bank.file)
        problems += _course(course, banks[COURSE_FILE])
    for exercise in course.exercises.values():
        if exercises is None or exercise.id in exercises:
            problems += _exercise(course, exercise, banks[exercise.where.partition(":")[0]])
    return list(dict.fromkeys(problems))


def _course(course: Course, document: Document) -> Iterator[Problem]:
    yield from _texts(document, document.value, ())
    for number, assignment in enumerate(course.assignments.values()):
        if not assignment.exercises:
            yield document.problem(
                ("assignments", number),
                message("the assignment '{name}' has no exercise yet: write one for its topics", name=assignment.id),
            )


def _exercise(course: Course, exercise: Exercise, bank: Document) -> Iterator[Problem]:
    entries: Any = bank.value
    spot: Spot = (next(place for place, entry in enumerate(entries) if entry["id"] == exercise.id),)
    yield from _texts(bank, entries[spot[0]], spot)
    if len(exercise.mistakes) < MISTAKES:
        yield bank.problem(
            (*spot, "mistakes"),
            message(
                "'{name}' has {count} mistakes: list at least {least}",
                name=exercise.id,
                count=len(exercise.mistakes),
                least=MISTAKES,
            ),
        )
    yield from code_problems(course, exercise, bank, spot)


def _texts(document: Document, value: Any, spot: Spot) -> Iterator[Problem]:
    """Differences between the languages of every text within a value."""
    if isinstance(value, dict) and set(value) == set(LANGS):
        key = ".".join(part for part in spot if isinstance(part, str))
        for words in differences(key, value["ru"], value["en"]):
            yield document.problem(spot, words)
        return
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        yield from _texts(document, part, (*spot, name))
