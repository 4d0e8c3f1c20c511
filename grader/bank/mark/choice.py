"""Marking a choice: one option, or several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from grader.bank.marking import Marking, Part, Rule, is_empty, one, unmarked
from grader.bank.questions.choice import Multiple, Option
from grader.bank.texts import text_or_none


def mark_single(options: Sequence[Option], response: object) -> Marking:
    """The option that is chosen, told with its own reason."""
    if is_empty(response):
        return unmarked("one", "empty")
    if not is_index(response, len(options)):
        return unmarked("one", "malformed")
    chosen = options[response]
    return one(chosen.correct, text_or_none(chosen.why))


def mark_multiple(question: Multiple, response: object) -> Marking:
    """One part an option: whether it is ticked as it should be."""
    rule: Rule = question.credit
    if is_empty(response):
        return unmarked(rule, "empty")
    if not is_choice(response, len(question.options)):
        return unmarked(rule, "malformed")
    judged = enumerate(question.options)
    return Marking(rule, tuple(_part(place, option, place in response, rule) for place, option in judged))


def _part(place: int, option: Option, ticked: bool, rule: Rule) -> Part:
    """The reason is told of what was ticked, and of what should have been."""
    told = ticked or option.correct
    weight = -1.0 if rule == "net" and not option.correct else 1.0
    return Part(str(place), ticked == option.correct, text_or_none(option.why) if told else None, weight=weight)


def is_index(response: object, size: int) -> TypeGuard[int]:
    """Whether it is the number of one of so many things."""
    return isinstance(response, int) and not isinstance(response, bool) and 0 <= response < size


def is_choice(response: object, size: int) -> TypeGuard[list[int]]:
    """Whether it is a list of different numbers of so many things."""
    return (
        isinstance(response, list)
        and all(is_index(place, size) for place in response)
        and len(set(response)) == len(response)
    )
