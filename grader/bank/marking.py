"""What an answer is worth: its parts, each right or wrong, and the rule that makes a score of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from grader.bank.reasons import REASONS
from grader.model import Message, Words

Rule = Literal["one", "all", "each", "net", "adjacent", "weights"]
Note = Literal[
    "",
    "empty",
    "malformed",
    "unreadable",
    "precision",
    "sign",
    "percent",
    "slip",
    "notation",
    "axes",
    "swapped",
    "fine",
]
WHOLE = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an answer. `why` is the author's reason, `note` the name of one in REASONS.

    `detail` says what could not be read. A negative weight takes points away when the part is wrong.
    """

    part: str
    right: bool
    why: Words | None = None
    note: Note = ""
    weight: float = 1.0
    detail: Message | None = None

    @property
    def reason(self) -> Words | None:
        """The author's reason, else ours, else None."""
        if self.why is not None:
            return self.why
        return REASONS[self.note] if self.note else None


@dataclass(frozen=True, slots=True)
class Marking:
    """The parts of an answer, and the rule by which they bring a score between 0 and 1."""

    rule: Rule
    parts: tuple[Part, ...]

    @property
    def right(self) -> bool:
        """Whether every part is right."""
        return all(part.right for part in self.parts)

    @property
    def score(self) -> float:
        """All or nothing, or the weight of right parts less what wrong ones take away."""
        if self.rule in ("one", "all"):
            return float(self.right)
        return max(0.0, sum(map(earned, self.parts)) / worth(self.parts))


def earned(part: Part) -> float:
    """What a part brings, or takes away."""
    return max(part.weight, 0.0) if part.right else min(part.weight, 0.0)


def worth(parts: Iterable[Part]) -> float:
    """What all parts bring when they are right."""
    return sum(max(part.weight, 0.0) for part in parts)


def one(right: bool, why: Words | None = None, note: Note = "", detail: Message | None = None) -> Marking:
    """The marking of an answer that has one part only."""
    return Marking("one", (Part(WHOLE, right, why, note, detail=detail),))


def unmarked(rule: Rule, note: Note) -> Marking:
    """The marking of what is no answer."""
    return Marking(rule, (Part(WHOLE, False, note=note),))


def is_empty(response: object) -> bool:
    """Whether nothing is answered."""
    return response is None or (isinstance(response, str) and not response.strip()) or response in ([], {})
