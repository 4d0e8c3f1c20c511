"""How far a batch has come: a bar on a terminal, a line a submission in a pipe. Both on stderr."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from grader.cli.settings import Settings
from grader.model import SubmissionReport, message
from grader.render.paper import VERDICTS, score
from grader.words import say

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


class Progress:
    """Counts submissions up to a total."""

    def __init__(self, settings: Settings, total: int) -> None:
        self._settings = settings
        self._total = total
        self._done = 0
        self._known = 0
        self._bar: Bar | None = None

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            self._bar = _bar()
            self._bar.start()
            self._bar.add_task(say(message("Grading"), self._settings.lang), total=self._total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
        if kind is None and self._known:
            self._settings.note(message("Unchanged and not graded again: {count}", count=self._known))

    def known(self) -> None:
        """One submission was graded before."""
        self._known += 1
        self._step()

    def graded(self, report: SubmissionReport) -> None:
        """One submission is graded now."""
        self._step()
        if self._bar is None:
            lang = self._settings.lang
            points = score(report.score, report.max, lang)
            self._settings.note(
                message(
                    "[{done}/{total}] {name}: {points}, {verdict}",
                    done=self._done,
                    total=self._total,
                    name=report.submission,
                    points=points,
                    verdict=VERDICTS[report.verdict],
                )
            )

    def interrupted(self, run: Path) -> None:
        """The run was broken off: what there is and how to go on."""
        if self._bar is not None:
            self._bar.stop()
        self._settings.note(
            message(
                "Interrupted: {done} of {total} are graded and kept in {run}. The same command goes on from there.",
                done=self._done,
                total=self._total,
                run=str(run),
            )
        )

    def _step(self) -> None:
        self._done += 1
        if self._bar is not None:
            self._bar.advance(self._bar.task_ids[0])


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    return Bar(*columns, console=Console(stderr=True), transient=True)
