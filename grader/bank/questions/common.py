"""What every question has."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from grader.bank.entry import Anchor, Both, Frozen, Id


class Question(Frozen):
    """A question of a lesson."""

    id: Id
    type: str
    difficulty: Annotated[int, Field(ge=1, le=3)]
    prompt: Both
    hints: list[Both] = Field(default_factory=list, description="cheapest first")
    read: Anchor | None = None
    visibility: Literal["open", "exam"] = "open"


class Marked(Question):
    """A question that is marked automatically."""

    explain: Both = Field(description="why the right answer is right; shown after answering")
