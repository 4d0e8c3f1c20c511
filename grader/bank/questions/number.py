"""Questions answered with a number."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from grader.bank.entry import Atol, Number, Why
from grader.bank.questions.common import Marked
from grader.model import message
from grader.schema import fault


class WrongNumber(Why):
    """A recognised wrong number: a value, or a range of values."""

    value: Number | None = None
    range: Annotated[list[float], Field(min_length=2, max_length=2)] | None = None

    @model_validator(mode="after")
    def _one(self) -> WrongNumber:
        if (self.value is None) == (self.range is None):
            raise fault(message("give either `value:` or `range:`"))
        return self


class NumberQuestion(Marked):
    """A number is asked. `percent`: the answer is a share that may be typed as 40 %."""

    type: Literal["number"]
    answer: Number
    atol: Atol = 0.0
    decimals: Annotated[int, Field(ge=0, le=12)] = 0
    percent: bool = False
    wrong: list[WrongNumber] = Field(default_factory=list)
