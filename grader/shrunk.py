"""What a search for the simplest failing example brings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from grader.calls import Arguments

Evidence = TypeVar("Evidence")


@dataclass(slots=True)
class Shrunk(Generic[Evidence]):
    """The simplest failing example found and what it showed; `finished` is False when the ceiling struck first."""

    example: Arguments | None = None
    evidence: Evidence | None = None
    finished: bool = True
