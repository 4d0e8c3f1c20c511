"""`zachetka new`: entries of the course for its author to fill in."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import click

from grader import author
from grader.cli.group import Parts, Translated
from grader.cli.language import spoken
from grader.cli.settings import Settings
from grader.cli.status import CANNOT_WORK
from grader.model import ZachetkaError, message

TYPES = {"type": click.Choice(author.QUESTIONS)}


@click.group(
    cls=Parts, help=spoken("Begin a flashcard, a question, an exercise or a topic; lint says what is missing.")
)
def command() -> None:
    """What can be begun."""


def _begins(entry: Callable[..., author.Additions], help: str, check: str) -> None:
    """Adds the command of a kind of entry, which has the arguments of the function that writes one."""

    @click.pass_obj
    def begin(settings: Settings, /, **given: str) -> None:
        course = settings.load()
        try:
            for name in author.add(course, entry(course, **given)):
                settings.note(message("{path} is written: replace every … in it", path=str(course.root / name)))
        except OSError as error:
            reason = str(error.strerror)
            problem = message("the course cannot be written ({reason}): check its permissions", reason=reason)
            raise ZachetkaError(problem, where=str(course.root), status=CANNOT_WORK) from error
        settings.note(message("when it is filled in: {command}", command=check.format(**given)))

    _, *names = inspect.signature(entry).parameters
    arguments: list[click.Parameter] = [click.Argument([name], type=TYPES.get(name)) for name in names]
    command.add_command(Translated(entry.__name__, callback=begin, params=arguments, help=help))


_begins(author.flashcard, spoken("A flashcard at the end of a lesson's deck."), "zachetka lint --bank")
_begins(author.question, spoken("A question of a type at the end of a lesson's quiz."), "zachetka lint --bank")
_begins(author.exercise, spoken("An exercise at the end of a topic's."), "zachetka lint {id}")
_begins(author.topic, spoken("A topic with its first lesson."), "zachetka lint")
