"""What the parts of an answer are called in a report."""

from __future__ import annotations

from grader.bank.marking import WHOLE
from grader.bank.questions.choice import Multiple
from grader.bank.questions.cloze import Cloze
from grader.bank.questions.common import Question
from grader.bank.questions.match import Match
from grader.bank.questions.open import Open
from grader.bank.questions.order import Order
from grader.bank.questions.table import Table
from grader.bank.texts import text
from grader.model import LANGS, Lang, Text


def part_title(question: Question, part: str) -> Text:
    """A part by what it is of: an option, a left side, a gap, a cell, an item with the one after it."""
    if part == WHOLE:
        return Text("ответ", "the answer")
    match question:
        case Multiple():
            return text(question.options[int(part)].text)
        case Open():
            return text(question.rubric[int(part)].point)
        case Match():
            return text(question.pairs[int(part)].left)
        case Cloze():
            return Text(f"пропуск {part}", f"gap {part}")
        case Table():
            row, column = (int(place) for place in part.split(","))
            return Text(*(_cell(question, row, column, lang) for lang in LANGS))
        case Order(credit="all"):
            return text(question.items[int(part)])
        case Order():
            one, next_one = (text(question.items[int(part) + step]) for step in (0, 1))
            return Text(f"{one.ru} → {next_one.ru}", f"{one.en} → {next_one.en}")
    return Text(part, part)


def _cell(question: Table, row: int, column: int, lang: Lang) -> str:
    return ", ".join(label_of(question, axis, place, lang) for axis, place in (("rows", row), ("columns", column)))


def label_of(question: Table, axis: str, place: int, lang: Lang) -> str:
    """The label of a row or a column."""
    labels = question.rows if axis == "rows" else question.columns
    if isinstance(labels, str):
        raise ValueError(f"{axis}={labels!r} is an expression that is not computed yet")
    return (labels.ru if lang == "ru" else labels.en)[place]
