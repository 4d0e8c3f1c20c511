"""Questions with options: one of them is right, or several are."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from grader.bank.entry import Both, Frozen
from grader.bank.questions.common import Marked
from grader.model import message
from grader.schema import fault


class Option(Frozen):
    """Something to choose. What is wrong says why."""

    text: Both
    correct: bool = False
    why: Both | None = None


def _reasons(options: list[Option]) -> list[Option]:
    if any(not option.correct and option.why is None for option in options):
        raise fault(message("a wrong option has no `why`: say which mistake leads there"))
    return options


def _one(options: list[Option]) -> list[Option]:
    right = sum(option.correct for option in options)
    if right != 1:
        raise fault(message("exactly one option must be `correct: true`, here {number} are", number=right))
    return options


def _some(options: list[Option]) -> list[Option]:
    if len({option.correct for option in options}) < 2:
        raise fault(message("some options must be right and some wrong"))
    return options


Options = Annotated[list[Option], Field(min_length=2), AfterValidator(_reasons)]


class Single(Marked):
    """Exactly one option is right."""

    type: Literal["single"]
    options: Annotated[Options, AfterValidator(_one)]


class Multiple(Marked):
    """Some options are right. Credit: all or nothing; net of wrong ones; or each option by itself."""

    type: Literal["multiple"]
    credit: Literal["all", "net", "each"] = "net"
    options: Annotated[Options, AfterValidator(_some)]
