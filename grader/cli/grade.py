"""`zachetka grade`: a whole class into a run folder, and on from where it was interrupted."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.cli import options
from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.settings import Settings
from grader.cli.status import INTERRUPTED
from grader.model import message


@click.command(
    cls=Translated,
    help=spoken(
        "Grade a folder of submissions into the folder RUN. "
        "Run again, it goes on: only what is new or changed is graded."
    ),
)
@click.argument("submissions", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="RUN", help=spoken("Where the run is kept.")
)
@options.assignment
@click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help=spoken("Processes; one a core without it."))
@options.seed
@options.isolation
@click.pass_obj
def command(
    settings: Settings,
    /,
    submissions: Path,
    out: Path,
    assignment: str | None,
    jobs: int | None,
    seed: int | None,
    isolation: options.Isolation | None,
) -> int:
    """The exit status: 0 when everything was graded, whatever the marks."""
    from grader.cli.classroom import Wish, grade
    from grader.cli.report import rendered
    from grader.submissions import intake

    handed_in = intake(submissions)
    if handed_in.passed_over:
        names = ", ".join(handed_in.passed_over)
        settings.note(message("Passed over, for they are no submissions: {names}", names=names))
    status, report = grade(settings, handed_in, out, Wish(assignment, jobs, seed, isolation))
    if status != INTERRUPTED:
        sys.stdout.write(rendered(settings, report, "text"))
        settings.note(message("One student's report: zachetka report {run} --student NAME", run=str(out)))
    return status
