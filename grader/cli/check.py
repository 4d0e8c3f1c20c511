"""`zachetka check`: a student's own work, with the reasons."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli import options
from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.named import exercises_of
from grader.cli.settings import Settings, titles
from grader.cli.status import CANNOT_WORK, DONE, FAILED
from grader.cli.terminal import color, width
from grader.directory import find_course
from grader.model import Course, Report, Submission, Verdict, ZachetkaError, message
from grader.sandbox import around

if TYPE_CHECKING:
    from grader.grading import Grader


@click.command(
    cls=Translated,
    help=spoken(
        "Check submissions and show for every failure the shortest call that fails. "
        "Each FILE is a submission of its own: a .py, .ipynb or .zip file, or a folder."
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option(
    "--exercise", "exercises", multiple=True, metavar="ID", help=spoken("Only this exercise; may be repeated.")
)
@options.assignment
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=spoken("Text for people or JSON for programs."),
)
@options.seed
@options.isolation
@click.option("--watch", is_flag=True, help=spoken("Check again whenever a file changes, until Ctrl-C."))
@click.pass_obj
def command(
    settings: Settings,
    /,
    files: tuple[Path, ...],
    exercises: tuple[str, ...],
    assignment: str | None,
    form: str,
    seed: int | None,
    isolation: options.Isolation | None,
    watch: bool,
) -> int:
    """The exit status: 0 when everything passed, 1 when something did not."""
    submissions = _read(files)
    sandbox = around(find_course(settings.course), options.level_of(isolation))
    sandbox.begin()  # another process starts while this one imports what it needs
    try:
        course = settings.load()
        exercises_of(course, exercises)
        from grader.grading import Grader  # after what may be wrong with the arguments: it is slow to import

        level = options.isolation_of(settings, isolation)
        seed = options.SEED if seed is None else seed
        with Grader(course, seed, level, assignment=assignment, exercises=exercises, sandbox=sandbox) as grader:
            check = Check(settings, course, grader, form, seed, assignment)
            return check.watch(files) if watch else check.once(submissions)
    finally:
        sandbox.close()


@dataclass(frozen=True, slots=True)
class Check:
    """A grader at hand, and how its reports are shown."""

    settings: Settings
    course: Course
    grader: Grader
    form: str
    seed: int
    assignment: str | None

    def once(self, submissions: Sequence[Submission]) -> int:
        """Print the report; the exit status."""
        graded = tuple(self.grader.grade(submission) for submission in submissions)
        report = Report(self.seed, self.grader.layers, graded, self.assignment)
        sys.stdout.write(self._rendered(report))
        sys.stdout.flush()
        return status(report)

    def watch(self, files: Sequence[Path]) -> int:
        """Check now and after every change; the last exit status, once interrupted."""
        last = DONE
        with suppress(KeyboardInterrupt):
            for submissions in versions(files):
                last = self.once(submissions)
                self.settings.note(message("Waiting for changes; Ctrl-C ends."))
        return last

    def _rendered(self, report: Report) -> str:
        from grader.render import json, text
        from grader.render.paper import WIDTH

        if self.form == "json":
            return json.render(report, self.settings.lang)
        size = width(sys.stdout) or WIDTH
        return text.render(report, self.settings.lang, titles(self.course), width=size, color=color(sys.stdout))


def versions(files: Sequence[Path]) -> Iterator[list[Submission]]:
    """The submissions now, and whenever what is in them has changed. Folders are watched: editors replace files."""
    from watchfiles import watch

    seen = _read(files)
    yield seen
    folders = {path if path.is_dir() else path.absolute().parent for path in files}
    in_depth = any(path.is_dir() for path in files)
    for _ in watch(*folders, recursive=in_depth, rust_timeout=1000, yield_on_timeout=True):
        now = seen
        with suppress(ZachetkaError):  # an editor is just replacing the file
            now = _read(files)
        if [one.sha256 for one in now] != [one.sha256 for one in seen]:
            seen = now
            yield seen


def _read(files: Sequence[Path]) -> list[Submission]:
    from grader.submissions import read_submission

    return [read_submission(path) for path in files]


def status(report: Report) -> int:
    """The exit status of a check."""
    verdicts = {submission.verdict for submission in report.submissions}
    verdicts |= {exercise.verdict for submission in report.submissions for exercise in submission.exercises}
    if Verdict.INTERNAL_ERROR in verdicts:
        return CANNOT_WORK
    return DONE if verdicts == {Verdict.ACCEPTED} else FAILED
