"""Marking the line of a program that holds the fault."""

from __future__ import annotations

from grader.bank.mark.choice import is_index
from grader.bank.marking import Marking, is_empty, one, unmarked
from grader.bank.questions.line import Line
from grader.bank.texts import text


def lines(question: Line) -> list[str]:
    """The lines of the program, without a last empty one."""
    return question.code.rstrip("\n").split("\n")


def mark_line(question: Line, response: object) -> Marking:
    """Right, or wrong with what is right about the line that was named. Lines count from 1."""
    if is_empty(response):
        return unmarked("one", "empty")
    code = lines(question)
    if not is_index(response, len(code) + 1) or not response or not code[response - 1].strip():
        return unmarked("one", "malformed")
    if response == question.fault:
        return one(True, text(question.why))
    reasons = [text(wrong.why) for wrong in question.wrong if wrong.line == response]
    return one(False, reasons[0]) if reasons else one(False, note="fine")
