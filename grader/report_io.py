"""Reports as plain JSON-able values and back, in both languages: what the store keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from grader.model import (
    CheckReport,
    Counterexample,
    Diagnosis,
    ExerciseReport,
    Message,
    Report,
    SubmissionReport,
    Text,
    Verdict,
    Words,
)

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Dicts, lists, strings and numbers that `report` and `submission_report` turn back into the same value."""
    if isinstance(value, Message):
        return {"id": value.id, "args": {name: to_plain(arg) for name, arg in value.args}}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    return [to_plain(item) for item in value] if isinstance(value, tuple) else value


def report(plain: Mapping[str, Any]) -> Report:
    """The report that `to_plain` was given."""
    submissions = tuple(submission_report(item) for item in plain["submissions"])
    return _build(Report, plain, submissions=submissions, isolation=dict(plain["isolation"]))


def submission_report(plain: Mapping[str, Any]) -> SubmissionReport:
    """The report on one submission that `to_plain` was given."""
    exercises = tuple(_exercise(item) for item in plain["exercises"])
    return _build(SubmissionReport, plain, verdict=Verdict(plain["verdict"]), exercises=exercises, remarks=_all(plain))


def _exercise(plain: Mapping[str, Any]) -> ExerciseReport:
    return _build(
        ExerciseReport,
        plain,
        verdict=Verdict(plain["verdict"]),
        why=_message(plain["why"]),
        checks=tuple(_check(item) for item in plain["checks"]),
        diagnosis=tuple(_build(Diagnosis, item, says=_words(item["says"])) for item in plain["diagnosis"]),
        remarks=_all(plain),
    )


def _check(plain: Mapping[str, Any]) -> CheckReport:
    shown = plain["counterexample"]
    return _build(
        CheckReport,
        plain,
        title=_words(plain["title"]),
        why=_message(plain["why"]),
        counterexample=None if shown is None else Counterexample(**shown),
    )


def _build(kind: type[T], plain: Mapping[str, Any], **parts: Any) -> T:
    return kind(**{**plain, **parts})


def _all(plain: Mapping[str, Any]) -> tuple[Message | None, ...]:
    return tuple(_message(item) for item in plain["remarks"])


def _message(plain: Mapping[str, Any] | None) -> Message | None:
    if plain is None:
        return None
    return Message(plain["id"], tuple((name, _words(arg)) for name, arg in plain["args"].items()))


def _words(plain: Any) -> Words:
    match plain:
        case {"ru": str(ru), "en": str(en)}:
            return Text(ru, en)
        case {"id": str(template), "args": dict(args)}:
            return Message(template, tuple((name, _words(arg)) for name, arg in args.items()))
    value: Words = plain
    return value
