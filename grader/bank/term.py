"""What may stand in glossary.yaml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from grader.bank.entry import Both, Frozen, Id
from grader.schema import LESSON, READ

PLACE = f"{LESSON}|{READ}"


class Term(Frozen):
    """A term in both languages, what it means, and where to read about it."""

    id: Id
    term: Both
    says: Both
    read: Annotated[str, Field(pattern=PLACE)]
