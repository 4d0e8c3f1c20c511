"""What may stand in examples.yaml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from grader.bank.entry import Both, Expression, Frozen, Id, Inputs, Labels
from grader.model import message
from grader.schema import fault

PICTURES = ("heatmap", "bars", "line")


class Curve(Frozen):
    """One line of a diagram; `bound` marks an upper bound."""

    label: Both
    values: Expression
    bound: bool = False


class Step(Frozen):
    """A step of a worked example: what is said, computed and shown."""

    say: Both
    compute: Expression | None = None
    show: Literal["table", "matrix", "heatmap", "bars", "line", "value", "text"] | None = None
    value: Expression | None = None
    rows: Labels | None = None
    columns: Labels | None = None
    digits: Annotated[int, Field(ge=0, le=12)] = 3
    lines: list[Curve] = Field(default_factory=list)
    x: Both | None = None
    y: Both | None = None
    start: int = 0
    scale: Literal["linear", "log"] = "linear"
    alt: Both | None = None

    @model_validator(mode="after")
    def _described(self) -> Step:
        if self.show in PICTURES and self.alt is None:
            raise fault(message("a picture needs `alt:`, one sentence on what one sees in it"))
        if self.show == "line" and (not self.lines or self.x is None or self.y is None):
            raise fault(message("a line diagram needs `lines:` and the titles of its axes, `x:` and `y:`"))
        return self


class Example(Frozen):
    """A worked example, computed when the course is built."""

    id: Id
    title: Both
    inputs: Inputs = Field(default_factory=dict)
    steps: Annotated[list[Step], Field(min_length=1)]
