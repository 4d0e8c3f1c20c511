"""The files of a course checked as a whole: plain data, or everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from grader.directory import COURSE_FILE
from grader.faults import checked_entry
from grader.model import message
from grader.problems import Problem, closest
from grader.rules import broken_rules
from grader.schema import CourseEntry, ExerciseEntry
from grader.yamlfile import Document, parse

Plain = dict[str, Any]


def validated(files: Mapping[str, bytes | Problem]) -> tuple[Plain, Sequence[Problem]]:
    """The data of course.yaml and of all exercises in study order, with problems in the order of the files."""
    documents = {name: _document(name, data) for name, data in files.items()}
    problems = [problem for document in documents.values() for problem in document.problems]
    course = documents.pop(COURSE_FILE)
    banks = {name.split("/")[1]: document for name, document in documents.items()}
    order = _study_order(course)
    banks = dict(sorted(banks.items(), key=lambda bank: order.index(bank[0]) if bank[0] in order else len(order)))
    plain, faults = checked_entry(CourseEntry, course.value, course) if _readable(course) else (None, [])
    problems += faults
    exercises: list[Plain] = []
    for topic, bank in banks.items():
        found, faults = _bank(topic, bank)
        exercises += found
        problems += faults
    if isinstance(course.value, dict) and isinstance(course.value.get("topics"), list):
        problems += _strangers(banks, order)
        problems += broken_rules(course, banks)
    places = [COURSE_FILE, *(bank.file for bank in banks.values())]
    problems.sort(key=lambda problem: (places.index(problem.file), problem.line))
    return {"course": plain, "exercises": exercises}, problems


def _document(name: str, data: bytes | Problem) -> Document:
    return Document(name, problems=(data,)) if isinstance(data, Problem) else parse(data, name)


def _readable(document: Document) -> bool:
    return document.value is not None or not document.problems


def _study_order(course: Document) -> list[str]:
    topics = course.value.get("topics") if isinstance(course.value, dict) else None
    return [str(topic.get("id")) for topic in topics if isinstance(topic, dict)] if isinstance(topics, list) else []


def _strangers(banks: Mapping[str, Document], topics: Sequence[str]) -> Iterable[Problem]:
    for folder, bank in banks.items():
        if folder not in topics:
            guess = closest(folder, topics)
            near = message("the folder '{folder}' is no topic: did you mean '{guess}'?", folder=folder, guess=guess)
            new = message(
                "the folder '{folder}' is no topic: add it to `topics:` in {file}", folder=folder, file=COURSE_FILE
            )
            yield Problem(bank.file, 0, near if guess else new)


def _bank(topic: str, bank: Document) -> tuple[list[Plain], list[Problem]]:
    if not _readable(bank):
        return [], []
    if not isinstance(bank.value, list):
        return [], [bank.problem((), message("the file must be a list of exercises: begin each with `- id:`"))]
    exercises: list[Plain] = []
    problems: list[Problem] = []
    for place, entry in enumerate(bank.value):
        plain, faults = checked_entry(ExerciseEntry, entry, bank, (place,))
        problems += faults
        if plain is not None:
            exercises.append({"topic": topic, "where": f"{bank.file}:{bank.line((place,))}", **plain})
    return exercises, problems
