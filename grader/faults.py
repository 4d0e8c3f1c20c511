"""Pydantic's errors as located sentences that name the value and the remedy."""

from __future__ import annotations

import typing
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from grader import schema
from grader.model import LANGS, Message, message
from grader.problems import Problem, closest, shown
from grader.yamlfile import Document, Spot

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

WANTED = {
    "bool_type": message("`{key}` must be true or false, but it is {got}"),
    "int_type": message("`{key}` must be a whole number, but it is {got}"),
    "float_type": message("`{key}` must be a number, such as 2 or 0.5, but it is {got}"),
    "finite_number": message("`{key}` must be a finite number, but it is {got}"),
    "list_type": message("`{key}` must be a list with an entry a line, each after `- `, but it is {got}"),
    "dict_type": message("`{key}` must be a mapping of `name: value`, but it is {got}"),
    "model_type": message("`{key}` must be a mapping of `name: value`, but it is {got}"),
    "greater_than": message("`{key}` must be more than {bound}, but it is {got}"),
    "greater_than_equal": message("`{key}` must be at least {bound}, but it is {got}"),
    "less_than": message("`{key}` must be less than {bound}, but it is {got}"),
    "less_than_equal": message("`{key}` must be at most {bound}, but it is {got}"),
    "too_short": message("`{key}` must have at least {bound} entries, but it is {got}"),
    "too_long": message("`{key}` must have at most {bound} entries, but it is {got}"),
}
SHAPES = {
    schema.KEBAB: message("`{key}` must be small letters, digits and hyphens, such as smooth-idf, but it is {got}"),
    schema.SNAKE: message("`{key}` must be small letters, digits and underscores, such as zero_rows, but it is {got}"),
    schema.REFERENCE: message("`{key}` must be topic:function, such as tfidf:smooth_idf, but it is {got}"),
    schema.LESSON: message("`{key}` must be topic/lesson, such as tfidf/tf-idf, but it is {got}"),
    schema.READ: message("`{key}` must be topic/lesson#anchor, such as tfidf/tf-idf#idf, but it is {got}"),
    schema.EXCEPTION: message("`{key}` must name exceptions, such as ValueError, but here stands {got}"),
}
BLANK = {
    "ru": message("`{key}` is empty in Russian: write the text after `ru:`"),
    "en": message("`{key}` is empty in English: write the text after `en:`"),
}
UNTRANSLATED = {
    "ru": message("`{key}` has no Russian text: add `ru:`"),
    "en": message("`{key}` has no English text: add `en:`"),
}


def checked_entry(
    model: type[BaseModel], value: object, document: Document, at: Spot = ()
) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The complete plain data of a value, or None and everything that is wrong with it."""
    try:
        return model.model_validate(value).model_dump(), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    strangers = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    meant = {(*loc[:-1], closest(str(loc[-1]), keys_at(model, loc[:-1]))) for loc in strangers}
    return None, [
        document.problem((*at, *detail["loc"]), sentence(model, detail))
        for detail in details
        if not (detail["type"] == "missing" and detail["loc"] in meant)
    ]


def sentence(model: type[BaseModel], detail: ErrorDetails) -> Message:
    """What one error of pydantic says to the author of the course."""
    loc, kind, value = detail["loc"], detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    last = str(loc[-1]) if loc else ""
    if kind == "fault":
        return typing.cast(Message, context["words"])
    if kind == "extra_forbidden":
        return _unknown(last, keys_at(model, loc[:-1]), value)
    if last in LANGS and kind == "missing":
        return _filled(UNTRANSLATED[last], loc[:-1])
    if last in LANGS and (kind == "blank" or value is None):
        return _filled(BLANK[last], loc[:-1])
    if kind == "missing":
        return message("`{key}` is missing: add it", key=last)
    if kind == "string_type":
        return _text(loc, value)
    if kind == "model_type" and set(keys_at(model, loc)) == set(LANGS):
        return _filled(message("`{key}` must have `ru:` and `en:`, but it is {got}"), loc, got=shown(value))
    words = SHAPES[context["pattern"]] if kind == "string_pattern_mismatch" else WANTED.get(kind)
    if words is None:
        odd = message("`{key}` does not fit here, it is {got}: {reason}")
        return _filled(odd, loc, got=shown(value), reason=detail["msg"])
    bounds = [context[name] for name in ("gt", "ge", "lt", "le", "min_length", "max_length") if name in context]
    return _filled(words, loc, got=shown(value), **({"bound": bounds[0]} if bounds else {}))


def _unknown(key: str, known: Sequence[str], value: object) -> Message:
    guess = closest(key, known)
    if value is None and set(known) == set(LANGS):
        return message("'{text}' is cut off from the text before it by a comma: put the whole text in quotes", text=key)
    if guess:
        return message("unknown key `{key}`: did you mean `{guess}`?", key=key, guess=guess)
    return message("unknown key `{key}`: delete it, here may stand {known}", key=key, known=", ".join(known))


def _text(loc: Spot, value: object) -> Message:
    if isinstance(value, bool | int | float):
        return _filled(message("`{key}` must be text, but it is {got}: put it in quotes"), loc, got=shown(value))
    return _filled(message("`{key}` must be text, but it is {got}"), loc, got=shown(value))


def _filled(words: Message, loc: Spot, **args: str | int | float) -> Message:
    """The sentence about the key that a place of the document ends with."""
    names = [str(part) for part in loc if isinstance(part, str) and part != "[key]"]
    return message(words.id, key=".".join(names) or "entry", **args)


def keys_at(model: type[BaseModel], loc: Spot) -> list[str]:
    """The keys the schema knows at a place; none where it is no model."""
    kind: object = model
    for part in loc:
        kind = _inside(kind, part)
    return list(kind.model_fields) if isinstance(kind, type) and issubclass(kind, BaseModel) else []


def _inside(kind: object, part: str | int) -> object:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        found = kind.model_fields.get(str(part))
        return found.annotation if found else None
    args = typing.get_args(kind)
    if not args:
        return None
    inner = args[-1]
    return typing.get_args(inner)[0] if typing.get_origin(inner) is typing.Annotated else inner
