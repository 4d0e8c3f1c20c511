"""Interview questions: the learner thinks, sees a model answer and ticks a rubric."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from grader.bank.entry import Both, Frozen
from grader.bank.questions.common import Question


class Point(Frozen):
    """Something a good answer says."""

    point: Both
    weight: Annotated[int, Field(ge=1)] = 1


class FollowUp(Frozen):
    """What an interviewer asks next."""

    ask: Both
    answer: Both


class Open(Question):
    """An open question with a rubric for self-assessment."""

    type: Literal["open"]
    rubric: Annotated[list[Point], Field(min_length=5, max_length=8)]
    model: Both
    followups: Annotated[list[FollowUp], Field(min_length=3)]
