"""`zachetka new`: entries of the course for its author to fill in."""

from __future__ import annotations

import click

from grader import author
from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.settings import Settings
from grader.model import ZachetkaError, message


class Kinds(Translated, click.Group):
    """A group whose commands are translated too."""


@click.group(
    cls=Kinds, help=spoken("Begin a flashcard, a question, an exercise or a topic; lint says what is missing.")
)
def command() -> None:
    """What can be begun."""


def _add(settings: Settings, additions: author.Additions) -> None:
    course = settings.load()
    try:
        for name in author.add(course, additions):
            settings.note(message("{path} is written: replace every … in it", path=str(course.root / name)))
    except OSError as error:
        words = message("the course cannot be written ({reason}): check its permissions", reason=str(error.strerror))
        raise ZachetkaError(words, where=str(course.root), status=3) from error
    settings.note(message("when it is filled in: zachetka lint --bank"))


@command.command(cls=Translated, help=spoken("A flashcard at the end of a lesson's deck."))
@click.argument("lesson")
@click.argument("id")
@click.pass_obj
def flashcard(settings: Settings, /, lesson: str, id: str) -> None:
    """Begin a flashcard."""
    _add(settings, author.flashcard(settings.load(), lesson, id))


@command.command(cls=Translated, help=spoken("A question of a type at the end of a lesson's quiz."))
@click.argument("lesson")
@click.argument("type", type=click.Choice(author.QUESTIONS))
@click.argument("id")
@click.pass_obj
def question(settings: Settings, /, lesson: str, type: str, id: str) -> None:
    """Begin a question."""
    _add(settings, author.question(settings.load(), lesson, type, id))


@command.command(cls=Translated, help=spoken("An exercise at the end of a topic's."))
@click.argument("topic")
@click.argument("id")
@click.pass_obj
def exercise(settings: Settings, /, topic: str, id: str) -> None:
    """Begin an exercise."""
    _add(settings, author.exercise(settings.load(), topic, id))


@command.command(cls=Translated, help=spoken("A topic with its first lesson."))
@click.argument("topic")
@click.argument("lesson")
@click.pass_obj
def topic(settings: Settings, /, topic: str, lesson: str) -> None:
    """Begin a topic."""
    _add(settings, author.topic(settings.load(), topic, lesson))
