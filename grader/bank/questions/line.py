"""Questions that ask for the faulty line of a program."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from grader.bank.entry import Both, Why
from grader.bank.questions.common import Marked
from grader.schema import SNAKE

LineNumber = Annotated[int, Field(ge=1)]
LISTED = rf"{SNAKE[:-1]}:[a-z_][a-z0-9_]*$"


class FineLine(Why):
    """A line that is right, and why."""

    line: LineNumber


class Line(Marked):
    """A program with one fault. `why` says what is wrong with that line; lines count from 1."""

    type: Literal["line"]
    code: Annotated[str, Field(min_length=1)]
    fault: LineNumber
    why: Both
    mistake: Annotated[str, Field(pattern=LISTED, description="topic:name of the listed mistake it shows")] | None = (
        None
    )
    wrong: list[FineLine] = Field(default_factory=list)
