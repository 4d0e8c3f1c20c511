"""Questions answered with a word or a phrase."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from grader.bank.entry import Frozen, Why
from grader.bank.questions.common import Marked

Phrases = Annotated[list[Annotated[str, Field(min_length=1)]], Field(min_length=1)]


class Accepted(Frozen):
    """What counts as right; what is accepted in one language counts in the other too."""

    ru: Phrases
    en: Phrases


class Rejected(Why):
    """Answers recognised as a mistake."""

    texts: Phrases


class TextQuestion(Marked):
    """A word is asked. With `inflect`, Russian inflections of the accepted words count."""

    type: Literal["text"]
    accept: Accepted
    inflect: bool = True
    reject: list[Rejected] = Field(default_factory=list)
