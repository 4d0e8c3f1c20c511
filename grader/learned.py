"""How far a learner has come in each lesson: counted from the diary."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from grader.bank.bank import Bank, LessonBank
from grader.model import Text


@dataclass(frozen=True, slots=True)
class Learned:
    """A lesson: how many of its questions were answered, the mean score of the last answers, and its cards."""

    id: str
    title: Text
    questions: int
    answered: int
    score: float
    cards: int
    seen: int
    due: int


def progress(
    bank: Bank, answers: Iterable[Mapping[str, Any]], seen: Collection[str], due: Collection[str]
) -> list[Learned]:
    """One entry a lesson, in study order. Of a question the last answer counts."""
    last: dict[str, float] = {}
    for answer in answers:
        name, report = answer.get("question"), answer.get("report")
        share = _share(report) if isinstance(report, Mapping) else None
        if isinstance(name, str) and share is not None:
            last[name] = share
    return [_lesson(lesson, last, seen, due) for lesson in bank.lessons.values()]


def _lesson(lesson: LessonBank, last: Mapping[str, float], seen: Collection[str], due: Collection[str]) -> Learned:
    questions = [question.id for question in lesson.questions if question.visibility == "open"]
    scores = [last[name] for name in questions if name in last]
    cards = [card.id for card in lesson.cards]
    return Learned(
        id=lesson.id,
        title=lesson.title,
        questions=len(questions),
        answered=len(scores),
        score=sum(scores) / len(scores) if scores else 0.0,
        cards=len(cards),
        seen=sum(name in seen for name in cards),
        due=sum(name in due for name in cards),
    )


def _share(report: Mapping[str, Any]) -> float | None:
    """The share of the points that a report gives; None where it is broken."""
    score, most = report.get("score"), report.get("max")
    if isinstance(score, int | float) and isinstance(most, int | float) and most > 0:
        return score / most
    return None
