"""`zachetka demo`: a bundled class, graded as `grade` does it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from grader.cli import options
from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.settings import Settings
from grader.cli.status import INTERRUPTED
from grader.model import Report, ZachetkaError, message

CLASS = "questions/demo"


@click.command(
    cls=Translated,
    help=spoken(
        "Grade a bundled class of right, wrong and hostile submissions, show the gradebook, and build the study site."
    ),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("demo"),
    metavar="RUN",
    help=spoken("Where the run is kept; the folder demo without it."),
)
@options.isolation
@click.pass_obj
def command(settings: Settings, /, out: Path, isolation: options.Isolation | None) -> int:
    """The exit status of `grade`."""
    from grader.cli.classroom import Wish, grade
    from grader.cli.report import rendered
    from grader.submissions import intake

    folder = settings.load().root / CLASS
    if not folder.is_dir():
        raise ZachetkaError(message("the course has no class to show in {folder}. Leave --course out", folder=CLASS))
    status, report = grade(settings, intake(folder), out, Wish(seed=options.SEED, isolation=isolation))
    if status == INTERRUPTED:
        return status
    print(rendered(settings, report, "text"))
    shown = _telling(report)
    if shown.submissions:
        print(rendered(settings, shown, "text", in_detail=True))
        sys.stdout.flush()
        name = shown.submissions[0].submission
        settings.note(message("Try next: zachetka report {run} --student {name}", run=str(out), name=name))
    _site(settings, out.with_name(f"{out.name}-site"))
    settings.note(message("Your own: zachetka list, zachetka start tfidf, zachetka check tfidf.py"))
    return status


def _site(settings: Settings, out: Path) -> None:
    """Build the study site and say where to open it; what keeps it from being built is said and is no failure."""
    from grader.cli.site import built

    try:
        built(settings, out)
    except ZachetkaError as error:
        settings.note(error.problem)
    else:
        settings.note(message("Read it: zachetka site serve, then http://127.0.0.1:8000/"))


def _telling(report: Report) -> Report:
    """The submission that shows best what a report can say: the first with a diagnosis, and the fewest exercises."""
    told = [one for one in report.submissions if any(exercise.diagnosis for exercise in one.exercises)]
    return replace(report, submissions=tuple(sorted(told, key=lambda one: len(one.exercises))[:1]))
