"""Marking a text with gaps: one part a gap."""

from __future__ import annotations

from dataclasses import replace

from grader.bank.mark.choice import mark_single
from grader.bank.mark.number import mark_number, target
from grader.bank.mark.text import mark_text
from grader.bank.marking import Marking, Part, is_empty, unmarked
from grader.bank.questions.cloze import Cloze, Gap, NumberGap, SingleGap


def mark_cloze(question: Cloze, response: object) -> Marking:
    """The markings of the gaps, in their order."""
    if is_empty(response):
        return unmarked(question.credit, "empty")
    if not isinstance(response, dict) or not response.keys() <= question.gaps.keys():
        return unmarked(question.credit, "malformed")
    if all(map(is_empty, response.values())):
        return unmarked(question.credit, "empty")
    parts = tuple(_part(name, gap, response.get(name)) for name, gap in question.gaps.items())
    return Marking(question.credit, parts)


def _part(name: str, gap: Gap, response: object) -> Part:
    return replace(mark_gap(gap, response).parts[0], part=name)


def mark_gap(gap: Gap, response: object) -> Marking:
    """The marking of one gap."""
    if isinstance(gap, SingleGap):
        return mark_single(gap.options, response)
    if isinstance(gap, NumberGap):
        return mark_number(target(gap), gap.wrong, response)
    return mark_text(gap, response)
