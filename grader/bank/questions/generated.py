"""Questions whose numbers are drawn and whose answers are computed by a reference and its mistakes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from grader.bank.entry import Atol, Expression, Frozen, Why
from grader.bank.questions.common import Marked
from grader.model import message
from grader.schema import REFERENCE, SNAKE, fault


class Ask(Frozen):
    """In which form a variant asks. `trivial` lets the answer be 0 or 1."""

    type: Literal["number", "single", "shape", "text"]
    decimals: Annotated[int, Field(ge=0, le=12)] = 0
    atol: Atol = 0.0
    percent: bool = False
    trivial: bool = False


class Distractor(Why):
    """A wrong answer: that of a listed mistake called with the same arguments, or the value of an expression."""

    mistake: Annotated[str, Field(pattern=SNAKE)] | None = None
    value: Expression | None = None

    @model_validator(mode="after")
    def _one(self) -> Distractor:
        if (self.mistake is None) == (self.value is None):
            raise fault(message("give either `mistake:` or `value:`"))
        return self


class Generated(Marked):
    """A question with as many variants as are drawn."""

    type: Literal["generated"]
    draw: Annotated[dict[str, Expression], Field(min_length=1)]
    require: Expression | None = None
    let: dict[str, Expression] = Field(default_factory=dict)
    reference: Annotated[str, Field(pattern=REFERENCE)]
    arguments: list[Expression]
    take: Expression = "result"
    ask: Ask
    wrong: list[Distractor] = Field(default_factory=list)
    variants: Annotated[int, Field(ge=2, le=50)] = 12
