"""A report as one JSON object: the contract that scripts read."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from grader import __version__
from grader.model import (
    CheckReport,
    Counterexample,
    Diagnosis,
    ExerciseReport,
    Lang,
    Report,
    SubmissionReport,
    Text,
    Words,
)
from grader.words import say

SCHEMA = 1
_UNSAFE = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")


def render(report: Report, lang: Lang, titles: Mapping[str, Text] | None = None) -> str:
    """The object as text; characters that would act on a terminal are escaped, as JSON allows."""
    text = json.dumps(plain(report, lang), ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSAFE.sub(lambda char: f"\\u{ord(char[0]):04x}", text) + "\n"


def plain(report: Report, lang: Lang) -> dict[str, Any]:
    """The object itself, keys in the order of the contract."""
    return {
        "schema": SCHEMA,
        "grader": __version__,
        "seed": report.seed,
        "assignment": report.assignment,
        "isolation": dict(report.isolation),
        "submissions": [_submission(submission, lang) for submission in report.submissions],
    }


def _submission(report: SubmissionReport, lang: Lang) -> dict[str, Any]:
    return {
        "submission": report.submission,
        "sha256": report.sha256,
        "verdict": str(report.verdict),
        "score": report.score,
        "max": report.max,
        "remarks": [say(remark, lang) for remark in report.remarks],
        "exercises": [_exercise(exercise, lang) for exercise in report.exercises],
    }


def _exercise(report: ExerciseReport, lang: Lang) -> dict[str, Any]:
    return {
        "id": report.id,
        "file": report.file,
        "verdict": str(report.verdict),
        "why": _said(report.why, lang),
        "score": report.score,
        "max": report.max,
        "cpu_seconds": round(report.cpu_seconds, 6),
        "checks": [_check(check, lang) for check in report.checks],
        "diagnosis": [_diagnosis(diagnosis, lang) for diagnosis in report.diagnosis],
        "remarks": [say(remark, lang) for remark in report.remarks],
    }


def _check(report: CheckReport, lang: Lang) -> dict[str, Any]:
    return {
        "name": report.name,
        "kind": report.kind,
        "title": say(report.title, lang),
        "outcome": report.outcome,
        "points": report.points,
        "max": report.max,
        "penalty": report.penalty,
        "why": _said(report.why, lang),
        "error": _finite(report.error),
        "allowed": _finite(report.allowed),
        "counterexample": _counterexample(report.counterexample),
    }


def _counterexample(shown: Counterexample | None) -> dict[str, Any] | None:
    if shown is None:
        return None
    return {"call": shown.call, "expected": shown.expected, "got": shown.got, "shrunk": shown.shrunk}


def _diagnosis(diagnosis: Diagnosis, lang: Lang) -> dict[str, Any]:
    return {"mistake": diagnosis.mistake, "says": say(diagnosis.says, lang), "read": diagnosis.read}


def _said(words: Words | None, lang: Lang) -> str | None:
    return None if words is None else say(words, lang)


def _finite(value: float | None) -> float | None:
    """A number JSON can hold; infinity and nan are null."""
    return value if value is not None and math.isfinite(value) else None
