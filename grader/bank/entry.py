"""What the entries of all banks are made of."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from grader.schema import KEBAB, Entry, TextEntry


class Frozen(Entry):
    """A mapping that does not change once it is read."""

    model_config = ConfigDict(frozen=True)


def _twice(value: object) -> object:
    return {"ru": value, "en": value} if isinstance(value, str) else value


Id = Annotated[str, Field(pattern=KEBAB, description="permanent; kebab-case")]
Anchor = Annotated[str, Field(pattern=KEBAB, description="an anchor of this lesson")]
Both = Annotated[
    TextEntry,
    BeforeValidator(_twice, json_schema_input_type=TextEntry | str),
    Field(description="Markdown in both languages, or one text without words"),
]
Expression = Annotated[
    str, Field(min_length=1, description="Python over the names in scope; topic:function(…) calls a reference")
]
Number = Annotated[float | str, Field(union_mode="left_to_right", description="a number or an expression")]
Atol = Annotated[float, Field(ge=0, allow_inf_nan=False, description="how far an answer may be off")]
Credit = Literal["each", "all"]


class BothLists(Frozen):
    """Labels in both languages."""

    ru: list[str]
    en: list[str]


def _labels(value: object) -> object:
    return {"ru": value, "en": value} if isinstance(value, list) else value


Labels = Annotated[
    BothLists | str,
    BeforeValidator(_labels, json_schema_input_type=BothLists | list[str] | str),
    Field(description="labels, or an expression"),
]
Inputs = dict[str, Any]


class Why(Frozen):
    """Something a learner may answer, and why it is wrong."""

    why: Both
