"""Marking an order: every item in its place, or the neighbours that stay neighbours."""

from __future__ import annotations

from itertools import pairwise

from grader.bank.mark.choice import is_choice
from grader.bank.marking import Marking, Part, is_empty, unmarked
from grader.bank.questions.order import Order


def mark_order(question: Order, response: object) -> Marking:
    """With `all` part i is the place of item i; with `adjacent`, that item i + 1 comes right after item i."""
    size = len(question.items)
    if is_empty(response):
        return unmarked(question.credit, "empty")
    if not is_choice(response, size) or len(response) != size:
        return unmarked(question.credit, "malformed")
    if question.credit == "all":
        return Marking("all", tuple(Part(str(item), response[item] == item) for item in range(size)))
    follows = set(pairwise(response))
    return Marking("adjacent", tuple(Part(str(item), (item, item + 1) in follows) for item in range(size - 1)))
