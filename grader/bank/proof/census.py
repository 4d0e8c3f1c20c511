"""How much each lesson holds: cards, examples, and questions of each type."""

from __future__ import annotations

from collections import Counter

from grader.bank.bank import Bank
from grader.bank.kinds import KINDS


def census(bank: Bank) -> str:
    """A table with a line a lesson and a sum."""
    columns = ["card", "example", *KINDS, "exam"]
    rows = {}
    for lesson in bank.lessons.values():
        counts = Counter(question.type for question in lesson.questions)
        counts["exam"] = sum(question.visibility == "exam" for question in lesson.questions)
        rows[lesson.id] = {"card": len(lesson.cards), "example": len(lesson.examples), **counts}
    rows["all"] = {name: sum(row.get(name, 0) for row in rows.values()) for name in columns}
    width = max(len(name) for name in rows)
    lines = [" " * width + "".join(f"{name:>{_wide(name)}}" for name in columns)]
    lines += [
        f"{id:{width}}" + "".join(f"{row.get(name, 0):>{_wide(name)}}" for name in columns) for id, row in rows.items()
    ]
    return "\n".join(lines)


def _wide(name: str) -> int:
    return max(len(name), 3) + 2
