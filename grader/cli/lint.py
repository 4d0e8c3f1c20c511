"""`zachetka lint`: whether the course keeps its promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.settings import Settings, chosen
from grader.model import Course, Exercise, Message, ZachetkaError, message
from grader.names import visible
from grader.words import plural, say

SEED = 0
SOUND, UNSOUND = 0, 1


@click.command(
    cls=Translated,
    help=spoken("Check the course: files, languages, code, and that every exercise tells right from wrong."),
)
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]…")
@click.pass_obj
def command(settings: Settings, /, exercises: tuple[str, ...]) -> int:
    """The exit status: 0 when nothing is wrong, 1 when something is, 2 when the course cannot be loaded."""
    course = settings.load()
    wanted = chosen(course, exercises) or list(course.exercises.values())
    found = 0
    for where, problem in _problems(course, wanted, bool(exercises)):
        found += 1
        print(visible(f"{where}: {say(problem, settings.lang)}"))
    checked = plural("{n} exercise checked", "{n} exercises checked", len(wanted))
    problems = plural("{n} problem", "{n} problems", found)
    settings.note(message("{checked}: {problems}", checked=checked, problems=problems))
    return UNSOUND if found else SOUND


def _problems(course: Course, exercises: Sequence[Exercise], some: bool) -> Iterator[tuple[str, Message]]:
    """First what needs no code to be run; an exercise whose code is not in order is not tried."""
    from grader.examples import Prepared
    from grader.lint import lint
    from grader.soundness import unsound

    broken = lint(course, [exercise.id for exercise in exercises] if some else None)
    yield from ((problem.where, problem.message) for problem in broken)
    if broken:
        return
    for exercise in exercises:
        try:
            for problem in unsound(Prepared(course, exercise, SEED)):
                yield exercise.where, problem
        except ZachetkaError as error:
            yield error.where or exercise.where, error.problem
