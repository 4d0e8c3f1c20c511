"""All rules over the whole bank, in the order of its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from grader.bank.bank import Bank, LessonBank
from grader.bank.expressions import Scope
from grader.bank.ledger import vanished
from grader.bank.load import Reading, read_bank
from grader.bank.proof.numbers import number_faults
from grader.bank.proof.pages import anchors, leads_somewhere, page_faults, read_faults
from grader.bank.proof.questions import question_faults
from grader.bank.proof.texts import entry_texts, page_formulas
from grader.bank.ready import ready
from grader.editorline import editor_line
from grader.model import Course, Message, ZachetkaError, message
from grader.problems import Problem


def prove(course: Course) -> tuple[Bank, list[Problem]]:
    """The bank, and everything that is wrong with it."""
    bank, reading = read_bank(course)
    problems = list(reading.problems)
    for document in reading.documents.values():
        problems += editor_line(course.root, document.file)
        entries: Any = document.value
        for place, entry in enumerate(entries):
            problems += entry_texts(document, entry, (place,))
    scope = Scope(course)
    for lesson in bank.lessons.values():
        problems += _lesson(lesson, bank, reading, scope)
    problems += [_at(reading, "term", term.id, _nowhere(term.read)) for term in bank.terms
                 if not leads_somewhere(term.read, bank, course)]  # fmt: skip
    problems += read_faults(bank, course)
    if not reading.problems:  # what cannot be read is not gone
        problems += vanished(bank, course.root)
    return bank, list(dict.fromkeys(problems))


def _lesson(lesson: LessonBank, bank: Bank, reading: Reading, scope: Scope) -> Iterator[Problem]:
    if not lesson.pages:
        words = message("the lesson '{name}' is not written: add lesson.ru.md and lesson.en.md", name=lesson.id)
        yield Problem(f"questions/{lesson.id}", 0, words)
        return
    yield from page_faults(lesson, bank, scope.course)
    for page in lesson.pages.values():
        yield from page_formulas(page)
    for kind, entries in (("card", lesson.cards), ("question", lesson.questions)):
        for entry in entries:
            if entry.read is not None and entry.read not in anchors(lesson):
                yield _at(reading, kind, entry.id, _nowhere(entry.read))
    found = False
    for question in lesson.questions:
        for words in (*question_faults(question), *number_faults(question, scope)):
            found = True
            yield _at(reading, "question", question.id, words)
    if not found:
        yield from _computed(lesson, bank, scope)


def _computed(lesson: LessonBank, bank: Bank, scope: Scope) -> Iterator[Problem]:
    """The lesson is made ready piece by piece, so that a problem has its place."""
    bare = replace(lesson, pages={}, cards=(), questions=(), examples=())
    examples = [("example", one.id, replace(bare, examples=(one,))) for one in lesson.examples]
    broken = list(_broken(examples, bank, scope))
    yield from broken
    if not broken:
        bare = replace(bare, examples=lesson.examples)
        cards = [("card", one.id, replace(bare, cards=(one,))) for one in lesson.cards]
        questions = [("question", one.id, replace(bare, questions=(one,))) for one in lesson.questions]
        pages = [("page", page.file, replace(bare, pages={page.lang: page})) for page in lesson.pages.values()]
        yield from _broken([*cards, *questions, *pages], bank, scope)


def _broken(parts: Sequence[tuple[str, str, LessonBank]], bank: Bank, scope: Scope) -> Iterator[Problem]:
    for kind, name, part in parts:
        try:
            ready(part, scope)
        except ZachetkaError as error:
            file, _, line = bank.places.get((kind, name), name).partition(":")
            yield Problem(file, int(line or 0), error.problem)


def _nowhere(target: str) -> Message:
    return message("`read: {target}` leads nowhere: correct it, or add the anchor to a heading", target=target)


def _at(reading: Reading, kind: str, name: str, words: Message) -> Problem:
    document, spot = reading.spots[kind, name]
    return document.problem(spot, words)
