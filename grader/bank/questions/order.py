"""Questions that ask for an order."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from grader.bank.entry import Both
from grader.bank.questions.common import Marked


class Order(Marked):
    """Items, given in the right order. Credit: all or nothing, or for each adjacent pair kept."""

    type: Literal["order"]
    items: Annotated[list[Both], Field(min_length=3)]
    credit: Literal["all", "adjacent"] = "adjacent"
