"""The bank of a course as it is written: lessons with their cards, questions and examples, and the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from grader.bank.example import Example
from grader.bank.flashcard import Flashcard
from grader.bank.page import Page
from grader.bank.questions.common import Question
from grader.bank.term import Term
from grader.model import Lang, Text


@dataclass(frozen=True, slots=True)
class LessonBank:
    """Everything of one lesson. A lesson that is not written yet has no pages."""

    id: str
    topic: str
    title: Text
    before: tuple[str, ...]
    pages: Mapping[Lang, Page]
    cards: tuple[Flashcard, ...]
    questions: tuple[Question, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """The lessons in study order, and the terms. `places` has file:line of an entry, by kind and id."""

    lessons: Mapping[str, LessonBank]
    terms: tuple[Term, ...]
    places: Mapping[tuple[str, str], str]
