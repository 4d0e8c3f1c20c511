"""Questions that ask what belongs to what."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from grader.bank.entry import Both, Credit, Frozen, Why
from grader.bank.questions.common import Marked


class Pair(Frozen):
    """Two things that belong together."""

    left: Both
    right: Both


class Extra(Why):
    """A right side that belongs to nothing."""

    text: Both


class Match(Marked):
    """Each left side has one right side; the extras have none."""

    type: Literal["match"]
    pairs: Annotated[list[Pair], Field(min_length=2)]
    extra: list[Extra] = Field(default_factory=list)
    credit: Credit = "each"
