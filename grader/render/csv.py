"""A gradebook as CSV: submission, score, max, verdict, then one column an exercise."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from grader.model import Lang, Report, SubmissionReport, Text
from grader.names import visible

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def render(report: Report, lang: Lang, titles: Mapping[str, Text] | None = None) -> str:
    """The table as text; exercises stand in the order of `titles`, those it does not know at the end."""
    columns = exercise_ids(report, titles or {})
    out = io.StringIO()
    # Text is quoted, for some spreadsheets begin a cell after a semicolon too.
    table = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    table.writerow(["submission", "score", "max", "verdict", *(_cell(name) for name in columns)])
    table.writerows(_row(submission, columns) for submission in report.submissions)
    return out.getvalue()


def exercise_ids(report: Report, order: Iterable[str]) -> list[str]:
    """Every exercise the report speaks of, once, in a given order where there is one."""
    graded = {exercise.id: None for submission in report.submissions for exercise in submission.exercises}
    known = [name for name in order if name in graded]
    return known + [name for name in graded if name not in known]


def _row(report: SubmissionReport, columns: Iterable[str]) -> list[str | float | None]:
    scores = {exercise.id: _number(exercise.score) for exercise in report.exercises}
    head: list[str | float | None] = [
        _cell(report.submission),
        _number(report.score),
        _number(report.max),
        str(report.verdict),
    ]
    return head + [scores.get(name) for name in columns]


def _cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return visible("'" + text if text.startswith(_FORMULA) else text)


def _number(value: float) -> float:
    return int(value) if value == int(value) else float(format(value, ".10g"))
