"""Self-assessment: the share of the rubric's weight that was ticked."""

from __future__ import annotations

from grader.bank.mark.choice import is_choice
from grader.bank.marking import Marking, Part, is_empty, unmarked
from grader.bank.questions.open import Open


def mark_open(question: Open, response: object) -> Marking:
    """One part a point of the rubric."""
    if is_empty(response):
        return unmarked("weights", "empty")
    if not is_choice(response, len(question.rubric)):
        return unmarked("weights", "malformed")
    points = enumerate(question.rubric)
    return Marking(
        "weights", tuple(Part(str(place), place in response, weight=float(point.weight)) for place, point in points)
    )
