"""Questions that are a text with gaps."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field

from grader.bank.entry import Atol, Both, Credit, Frozen, Number
from grader.bank.questions.choice import Options
from grader.bank.questions.common import Marked
from grader.bank.questions.number import WrongNumber
from grader.bank.questions.text import Accepted, Rejected

GAP = re.compile(r"\{(\d+)\}")  # outside of formulas, where {1} is LaTeX


class TextGap(Frozen):
    """A gap for a word."""

    type: Literal["text"]
    accept: Accepted
    inflect: bool = True
    reject: list[Rejected] = Field(default_factory=list)


class NumberGap(Frozen):
    """A gap for a number."""

    type: Literal["number"]
    answer: Number
    atol: Atol = 0.0
    decimals: int = 0
    percent: bool = False
    wrong: list[WrongNumber] = Field(default_factory=list)


class SingleGap(Frozen):
    """A gap with options."""

    type: Literal["single"]
    options: Options


Gap = Annotated[TextGap | NumberGap | SingleGap, Field(discriminator="type")]


class Cloze(Marked):
    """A text in which {1}, {2} … stand for gaps."""

    type: Literal["cloze"]
    text: Both
    gaps: Annotated[dict[str, Gap], Field(min_length=1)]
    credit: Credit = "each"
