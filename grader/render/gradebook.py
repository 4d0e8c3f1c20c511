"""What an instructor reads: a line a submission, where points were lost and why, and the sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from grader.model import ExerciseReport, Lang, Report, SubmissionReport, Text, Verdict, message
from grader.render.paper import INK, PENCIL, SOFT, VERDICTS, line, printed, score
from grader.words import number, plural, say

if TYPE_CHECKING:
    from rich.console import RenderableType

WIDTH = 120
LONGEST = 100


def render(
    report: Report,
    lang: Lang,
    titles: Mapping[str, Text] | None = None,
    *,
    width: int = WIDTH,
    color: bool = False,
) -> str:
    """The gradebook of a run."""
    return printed([_table(report, lang), "", *_sums(report, lang)], width, color)


def _table(report: Report, lang: Lang) -> RenderableType:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=SOFT)
    table.add_column(line(message("submission"), lang), overflow="fold", max_width=32)
    table.add_column(line(message("points"), lang), justify="right", no_wrap=True)
    table.add_column(line(message("verdict"), lang), no_wrap=True)
    table.add_column(line(message("what went wrong"), lang), overflow="fold")
    for submission in report.submissions:
        style = INK if submission.verdict == Verdict.ACCEPTED else PENCIL
        table.add_row(
            line(submission.submission, lang),
            line(score(submission.score, submission.max, lang), lang),
            line(VERDICTS[submission.verdict], lang, style),
            line(_faults(submission, lang), lang),
        )
    return table


def _faults(report: SubmissionReport, lang: Lang) -> str:
    """Exercises that lost points, each with its diagnosis or reason; a remark where there are none."""
    faults = [_fault(exercise, lang) for exercise in report.exercises if exercise.verdict != Verdict.ACCEPTED]
    missing = sum(exercise.verdict == Verdict.MISSING for exercise in report.exercises)
    told = [fault for fault in faults if fault]
    if missing:
        told.append(say(plural("{n} exercise not handed in", "{n} exercises not handed in", missing), lang))
    if not told and report.verdict != Verdict.ACCEPTED:
        told = [say(remark, lang) for remark in report.remarks]
    return "; ".join(told)


def _fault(report: ExerciseReport, lang: Lang) -> str:
    """The diagnosis of an exercise, else its reason, else its verdict."""
    if report.verdict == Verdict.MISSING:
        return ""
    mistakes = " + ".join(diagnosis.mistake for diagnosis in report.diagnosis)
    words = mistakes or say(report.why, lang) or say(VERDICTS[report.verdict], lang)
    return f"{report.id}: {words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}"


def _sums(report: Report, lang: Lang) -> Iterator[RenderableType]:
    submissions = report.submissions
    verdicts = Counter(submission.verdict for submission in submissions)
    counted = [f"{say(VERDICTS[verdict], lang)} {verdicts[verdict]}" for verdict in Verdict if verdicts[verdict]]
    total = say(plural("{n} submission", "{n} submissions", len(submissions)), lang)
    yield line(f"{total}: {', '.join(counted)}", lang)
    shares = [submission.score / submission.max for submission in submissions if submission.max]
    if shares:
        mean = number(100 * sum(shares) / len(shares), lang, ".1f")
        yield line(message("Mean result: {percent} %", percent=mean), lang)
    yield line(message("Seed: {seed}", seed=str(report.seed)), lang, SOFT)
    absent = [name for name, state in report.isolation.items() if not state.startswith("on")]
    if absent:
        yield line(message("Layers of isolation that were off: {layers}", layers=", ".join(absent)), lang, SOFT)
