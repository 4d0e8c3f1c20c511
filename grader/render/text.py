"""What a student reads: every exercise with its verdict, and for what failed the shortest call that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from grader.model import (
    CheckReport,
    Counterexample,
    Diagnosis,
    ExerciseReport,
    Lang,
    Message,
    Report,
    SubmissionReport,
    Text,
    Verdict,
    Words,
    message,
)
from grader.render.paper import INK, MARKS, PENCIL, SOFT, VERDICTS, WIDTH, line, printed, score
from grader.words import number, say

if TYPE_CHECKING:
    from rich.console import RenderableType

_NOT_CHECKED = {Verdict.MISSING, Verdict.UNREADABLE, Verdict.REFUSED}


def render(
    report: Report,
    lang: Lang,
    titles: Mapping[str, Text] | None = None,
    *,
    width: int = WIDTH,
    color: bool = False,
) -> str:
    """The submissions one after another; `titles` are those of the exercises, by id."""
    parts: list[RenderableType] = []
    for submission in report.submissions:
        parts += _submission(submission, lang, titles or {})
    return printed(parts, min(width, WIDTH), color).lstrip("\n")


def _submission(report: SubmissionReport, lang: Lang, titles: Mapping[str, Text]) -> Iterator[RenderableType]:
    yield ""
    style = INK if report.verdict == Verdict.ACCEPTED else PENCIL
    head = f"{report.submission}: {say(VERDICTS[report.verdict], lang)}"
    yield _row(line(head, lang, "bold"), line(score(report.score, report.max, lang), lang, f"bold {style}"))
    yield from _remarks(report.remarks, lang)
    for exercise in report.exercises:
        if exercise.verdict != Verdict.ACCEPTED or exercise.remarks:
            yield ""
        yield from _exercise(exercise, lang, titles)


def _exercise(report: ExerciseReport, lang: Lang, titles: Mapping[str, Text]) -> Iterator[RenderableType]:
    right = report.verdict == Verdict.ACCEPTED
    mark, style = MARKS["passed" if right else "not_run" if report.verdict == Verdict.MISSING else "failed"]
    title = line(mark, lang, style)
    title.append_text(line(" ", lang)).append_text(
        line(titles.get(report.id, report.id), lang, "" if right else "bold")
    )
    if report.id in titles:
        title.append_text(line(f"  {report.id}", lang, SOFT))
    if not right:
        title.append_text(line(f"  {say(VERDICTS[report.verdict], lang)}", lang, style))
    yield _row(title, line(score(report.score, report.max, lang), lang, style))
    if not right:
        yield from _details(report, lang)
    yield from _remarks(report.remarks, lang)


def _details(report: ExerciseReport, lang: Lang) -> Iterator[RenderableType]:
    told = {check.why for check in report.checks}
    if report.why is not None and report.why not in told:
        yield _indented(line(report.why, lang), 2)
    said: set[Message | None] = set()
    for check in report.checks:
        if check.outcome == "failed" or (check.outcome == "passed" and check.kind == "case"):
            yield from _check(check if check.why not in said else replace(check, why=None), lang)
        said.add(check.why)
    held = [say(check.title, lang) for check in report.checks if (check.kind, check.outcome) == ("condition", "passed")]
    if held:
        yield _indented(line(message("✓ also holds: {titles}", titles="; ".join(held)), lang, SOFT), 2)
    skipped = [check for check in report.checks if check.outcome == "not_run"]
    if skipped and report.verdict not in _NOT_CHECKED:
        yield from _skipped(skipped, lang)
    for diagnosis in report.diagnosis:
        yield from _diagnosis(diagnosis, lang)


def _check(report: CheckReport, lang: Lang) -> Iterator[RenderableType]:
    mark, style = MARKS[report.outcome]
    if report.kind == "case":
        points = score(report.points, report.max, lang)
    else:
        points = f"−{number(report.penalty, lang)}" if report.penalty else ""
    title = line(f"{mark} ", lang, style).append_text(line(report.title, lang))
    yield _row(title, line(points, lang, style), 2)
    if report.outcome == "failed":
        if report.why is not None:
            yield _indented(line(report.why, lang), 4)
        if report.counterexample is not None:
            yield _indented(_counterexample(report.counterexample, lang), 4)


def _counterexample(shown: Counterexample, lang: Lang) -> RenderableType:
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    rows = (
        (message("call"), shown.call, ""),
        (message("expected"), shown.expected, INK),
        (message("got"), shown.got, PENCIL),
    )
    for label, value, style in rows:
        if value:
            table.add_row(line(label, lang, SOFT), line(value, lang, style))
    if not shown.shrunk:
        table.add_row("", line(message("(perhaps not the shortest such call)"), lang, SOFT))
    return table


def _skipped(checks: Sequence[CheckReport], lang: Lang) -> Iterator[RenderableType]:
    """Checks that did not run, grouped by the reason."""
    reasons: dict[Message | None, list[str]] = {}
    for check in checks:
        reasons.setdefault(check.why, []).append(say(check.title, lang))
    for why, titles in reasons.items():
        words = message("– not checked: {titles}", titles="; ".join(titles))
        if why is not None:
            words = message("– not checked ({why}): {titles}", why=why, titles="; ".join(titles))
        yield _indented(line(words, lang, SOFT), 2)


def _diagnosis(diagnosis: Diagnosis, lang: Lang) -> Iterator[RenderableType]:
    yield _indented(line(message("Diagnosis: {says}", says=diagnosis.says), lang, "bold"), 2)
    yield _indented(line(message("Read on: {place}", place=diagnosis.read), lang, SOFT), 2)


def _remarks(remarks: Sequence[Words], lang: Lang) -> Iterator[RenderableType]:
    for remark in remarks:
        yield _indented(line(message("Remark: {words}", words=remark), lang), 2)


def _row(left: RenderableType, right: RenderableType, indent: int = 0) -> RenderableType:
    """A title that wraps, and the points at the right edge."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    table.add_row(left, right)
    return _indented(table, indent)


def _indented(part: RenderableType, indent: int) -> RenderableType:
    from rich.padding import Padding

    return Padding(part, (0, 0, 0, indent))
