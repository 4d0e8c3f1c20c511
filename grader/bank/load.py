"""The bank of a course from its files: every error at once, each with file:line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from grader.bank.bank import Bank, LessonBank
from grader.bank.example import Example
from grader.bank.flashcard import Flashcard
from grader.bank.kinds import KINDS
from grader.bank.page import Page
from grader.bank.questions.common import Question
from grader.bank.term import Term
from grader.directory import read_file
from grader.faults import checked_entry
from grader.model import LANGS, Course, Lang, Lesson, Message, message
from grader.problems import CourseErrors, Problem, closest
from grader.yamlfile import Document, Spot, parse

GLOSSARY = "questions/glossary.yaml"
FILES = {"card": "flashcards.yaml", "question": "quiz.yaml", "example": "examples.yaml"}

Model = TypeVar("Model", bound=BaseModel)


@dataclass
class Reading:
    """What a reading has found so far. `documents` are the files that could be read, by name."""

    course: Course
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    spots: dict[tuple[str, str], tuple[Document, Spot]] = field(default_factory=dict)

    def entries(self, file: str, kind: str) -> Iterator[tuple[Document, int, Any]]:
        """The entries of a YAML file that may be absent; ids that stand twice are problems."""
        if not os.path.lexists(self.course.root / file):
            return
        data = read_file(self.course.root, file)
        document = Document(file, problems=(data,)) if isinstance(data, Problem) else parse(data, file)
        self.problems += document.problems
        if document.value is None:
            return
        if not isinstance(document.value, list):
            self.problems.append(
                document.problem((), message("the file must be a list: begin each entry with `- id:`"))
            )
            return
        self.documents[file] = document
        for place, entry in enumerate(document.value):
            name = entry.get("id") if isinstance(entry, dict) else None
            if isinstance(name, str):
                self.note(kind, name, document, place)
            yield document, place, entry

    def note(self, kind: str, name: str, document: Document, place: int) -> None:
        """Nothing; where the entry stands is kept, and a second entry of that name is a problem."""
        if (kind, name) in self.spots:
            other, spot = self.spots[kind, name]
            words = message("'{name}' is already at {where}: names must differ, choose another",
                            name=name, where=f"{other.file}:{other.line(spot)}")  # fmt: skip
            self.problems.append(document.problem((place, "id"), words))
        self.spots.setdefault((kind, name), (document, (place,)))

    def checked(self, model: type[Model], document: Document, place: int, entry: Any) -> Iterator[Model]:
        """The entry as its model, or nothing but problems."""
        _, problems = checked_entry(model, entry, document, (place,))
        self.problems += problems
        if not problems:
            yield model.model_validate(entry)

    def all(self, model: type[Model], file: str, kind: str) -> tuple[Model, ...]:
        """All entries of a file that have one model."""
        return tuple(one for found in self.entries(file, kind) for one in self.checked(model, *found))

    def questions(self, file: str) -> tuple[Question, ...]:
        """The questions of a lesson, each by its type."""
        found: list[Question] = []
        for document, place, entry in self.entries(file, "question"):
            kind = entry.get("type") if isinstance(entry, dict) else None
            if isinstance(kind, str) and kind in KINDS:
                found += self.checked(KINDS[kind], document, place, entry)
            else:
                self.problems.append(document.problem((place, "type"), _no_type(kind)))
        return tuple(found)


def _no_type(kind: object) -> Message:
    known = ", ".join(KINDS)
    if not isinstance(kind, str):
        return message("the question has no `type:`: it is one of {known}", known=known)
    guess = closest(kind, KINDS)
    if guess:
        return message("unknown type '{kind}': did you mean '{guess}'?", kind=kind, guess=guess)
    return message("unknown type '{kind}': it is one of {known}", kind=kind, known=known)


def read_bank(course: Course) -> tuple[Bank, Reading]:
    """The bank as far as it can be read, and the reading with all problems."""
    reading = Reading(course)
    lessons = {lesson.id: _lesson(reading, topic.id, lesson) for topic in course.topics for lesson in topic.lessons}
    terms = reading.all(Term, GLOSSARY, "term")
    places = {key: f"{document.file}:{document.line(spot)}" for key, (document, spot) in reading.spots.items()}
    return Bank(lessons, terms, places), reading


def load_bank(course: Course) -> Bank:
    """The bank of a course. Raises CourseErrors with every problem of its files."""
    bank, reading = read_bank(course)
    if reading.problems:
        raise CourseErrors(reading.problems)
    return bank


def _lesson(reading: Reading, topic: str, lesson: Lesson) -> LessonBank:
    folder = f"questions/{lesson.id}"
    names = {kind: f"{folder}/{file}" for kind, file in FILES.items()}
    return LessonBank(
        id=lesson.id,
        topic=topic,
        title=lesson.title,
        before=lesson.before,
        pages=dict(_pages(reading, folder)),
        cards=reading.all(Flashcard, names["card"], "card"),
        questions=reading.questions(names["question"]),
        examples=reading.all(Example, names["example"], "example"),
    )


def _pages(reading: Reading, folder: str) -> Iterator[tuple[Lang, Page]]:
    files: Sequence[tuple[Lang, str]] = [(lang, f"{folder}/lesson.{lang}.md") for lang in LANGS]
    if not any(os.path.lexists(reading.course.root / file) for _, file in files):
        return
    for lang, file in files:
        data = read_file(reading.course.root, file)
        if isinstance(data, Problem):
            reading.problems.append(data)
            continue
        try:
            yield lang, Page(file, lang, data.decode("utf-8-sig").replace("\r\n", "\n"))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            words = message("the file is not UTF-8 (byte {byte}): save it as UTF-8", byte=f"0x{data[error.start]:02x}")
            reading.problems.append(Problem(file, line, words))
