"""Marking an answer to any question."""

from __future__ import annotations

from grader.bank.mark.choice import mark_multiple, mark_single
from grader.bank.mark.cloze import mark_cloze
from grader.bank.mark.line import mark_line
from grader.bank.mark.match import mark_match
from grader.bank.mark.number import mark_number, target
from grader.bank.mark.open import mark_open
from grader.bank.mark.order import mark_order
from grader.bank.mark.shape import mark_shape
from grader.bank.mark.table import mark_table
from grader.bank.mark.text import mark_text
from grader.bank.marking import Marking
from grader.bank.questions.choice import Multiple, Single
from grader.bank.questions.cloze import Cloze
from grader.bank.questions.common import Question
from grader.bank.questions.line import Line
from grader.bank.questions.match import Match
from grader.bank.questions.number import NumberQuestion
from grader.bank.questions.open import Open
from grader.bank.questions.order import Order
from grader.bank.questions.shape import Shape
from grader.bank.questions.table import Table
from grader.bank.questions.text import TextQuestion


def mark(question: Question, response: object) -> Marking:
    """What a response is worth. The numbers of the question are computed, and a generated one is a variant of it."""
    match question:
        case Single():
            return mark_single(question.options, response)
        case Multiple():
            return mark_multiple(question, response)
        case NumberQuestion():
            return mark_number(target(question), question.wrong, response)
        case TextQuestion():
            return mark_text(question, response)
        case Order():
            return mark_order(question, response)
        case Match():
            return mark_match(question, response)
        case Cloze():
            return mark_cloze(question, response)
        case Table():
            return mark_table(question, response)
        case Shape():
            return mark_shape(question, response)
        case Line():
            return mark_line(question, response)
        case Open():
            return mark_open(question, response)
    raise ValueError(f"question={question.id!r} of type {question.type!r} is not concrete: mark a variant of it")
