"""Questions that ask to fill in a table."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from grader.bank.entry import Atol, Credit, Inputs, Labels
from grader.bank.questions.common import Marked

Place = Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=2, max_length=2)]


class Table(Marked):
    """Numbers in rows and columns, some of them blank; places count from 0."""

    type: Literal["table"]
    inputs: Inputs = Field(default_factory=dict)
    rows: Labels
    columns: Labels
    cells: Annotated[list[list[float]] | str, Field(union_mode="left_to_right")]
    blank: Annotated[list[Place], Field(min_length=1)]
    atol: Atol = 0.0
    decimals: int = 0
    credit: Credit = "each"
