"""Marking a matching: one part a left side."""

from __future__ import annotations

from grader.bank.mark.choice import is_index
from grader.bank.marking import Marking, Part, is_empty, unmarked
from grader.bank.questions.match import Match
from grader.bank.texts import text


def mark_match(question: Match, response: object) -> Marking:
    """Right sides are numbered as the pairs are; the extras follow. An extra says why it belongs to nothing."""
    size, rights = len(question.pairs), len(question.pairs) + len(question.extra)
    if is_empty(response) or response == [None] * size:
        return unmarked(question.credit, "empty")
    if not isinstance(response, list) or len(response) != size:
        return unmarked(question.credit, "malformed")
    if not all(right is None or is_index(right, rights) for right in response):
        return unmarked(question.credit, "malformed")
    return Marking(question.credit, tuple(_part(question, left, right) for left, right in enumerate(response)))


def _part(question: Match, left: int, right: int | None) -> Part:
    if right is None:
        return Part(str(left), False, note="empty")
    extra = right - len(question.pairs)
    return Part(str(left), right == left, text(question.extra[extra].why) if extra >= 0 else None)
