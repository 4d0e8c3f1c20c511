"""Marking a table: one part a blank cell."""

from __future__ import annotations

from dataclasses import replace

from grader.bank.mark.number import cell, mark_number
from grader.bank.marking import Marking, Part, is_empty, unmarked
from grader.bank.questions.table import Table


def place_name(row: int, column: int) -> str:
    """How a cell is named in answers and markings."""
    return f"{row},{column}"


def mark_table(question: Table, response: object) -> Marking:
    """The markings of the blank cells, in the order of the question."""
    if is_empty(response):
        return unmarked(question.credit, "empty")
    blank = [(row, column) for row, column in question.blank]
    if not isinstance(response, dict) or not response.keys() <= {place_name(*place) for place in blank}:
        return unmarked(question.credit, "malformed")
    if all(map(is_empty, response.values())):
        return unmarked(question.credit, "empty")
    return Marking(question.credit, tuple(_part(question, row, column, response) for row, column in blank))


def _part(question: Table, row: int, column: int, response: dict[str, object]) -> Part:
    name = place_name(row, column)
    marking = mark_number(cell(question, row, column), (), response.get(name))
    return replace(marking.parts[0], part=name)
