"""`zachetka report`: what a run found, in the form that is wanted."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import click

from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.named import must_be_known
from grader.cli.settings import Settings
from grader.cli.terminal import color, width
from grader.model import Report, ZachetkaError, message
from grader.words import plural

FORMATS = ("text", "csv", "json")  # each but the first is what the module of `grader.render` makes


@click.command(cls=Translated, help=spoken("Show the report of a run: the gradebook, or one student's report."))
@click.argument("run", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help=spoken("The form of the report."),
)
@click.option("--student", metavar="S", help=spoken("Only this submission, in detail."))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help=spoken("Write it to a file instead of the terminal."),
)
@click.pass_obj
def command(settings: Settings, /, run: Path, form: str, student: str | None, out: Path | None) -> None:
    """Print or write the report."""
    from grader.store import reading

    with reading(run) as store:
        report, waiting = store.report(), store.waiting()
    if waiting:
        unfinished = plural("{n} submission is not graded yet", "{n} submissions are not graded yet", waiting)
        settings.note(message("{unfinished}: run `zachetka grade` again to go on", unfinished=unfinished))
    if student is not None:
        absent = message("there is no submission {name} in the run", name=student)
        remedy = message("See `zachetka report` without --student")
        must_be_known(student, [one.submission for one in report.submissions], absent, remedy)
        only = tuple(one for one in report.submissions if one.submission == student)
        report = replace(report, submissions=only)
    text = rendered(settings, report, form, in_detail=student is not None, to_file=out is not None)
    if out is None:
        sys.stdout.write(text)
    else:
        _write(out, text)


def rendered(settings: Settings, report: Report, form: str, *, in_detail: bool = False, to_file: bool = False) -> str:
    """A report in one of the forms, as wide and colourful as the terminal allows."""
    from grader.render import gradebook, text
    from grader.render.paper import WIDTH

    titles = settings.titles()
    if form != "text":
        made: str = import_module(f"grader.render.{form}").render(report, settings.lang, titles)
        return made
    render, size = (text.render, WIDTH) if in_detail else (gradebook.render, gradebook.WIDTH)
    if to_file:
        return render(report, settings.lang, titles, width=size)
    return render(report, settings.lang, titles, width=width(sys.stdout) or size, color=color(sys.stdout))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError) as error:
        reason = error.strerror or str(error)
        problem = message("the report cannot be written ({reason}). Choose another --out", reason=reason)
        raise ZachetkaError(problem, where=str(path)) from error
