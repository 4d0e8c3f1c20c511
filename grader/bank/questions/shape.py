"""Questions that ask for the shape of an array."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from grader.bank.entry import Why
from grader.bank.questions.common import Marked

Sizes = Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=1)]


class WrongShape(Why):
    """A recognised wrong shape."""

    shape: Sizes


class Shape(Marked):
    """The sizes of the axes of an array, in order."""

    type: Literal["shape"]
    answer: Sizes
    wrong: list[WrongShape] = Field(default_factory=list)
