"""`zachetka quiz`: questions of the course, one at a time."""

from __future__ import annotations

import random

import click

from grader.author import QUESTIONS
from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.named import lessons_at
from grader.cli.settings import Settings
from grader.model import ZachetkaError, message


@click.command(
    cls=Translated,
    help=spoken("Ask questions of the course, one at a time. `?` shows a hint, Ctrl-D ends."),
)
@click.argument("place", required=False, metavar="[TOPIC|LESSON]")
@click.option("--type", "kind", type=click.Choice(QUESTIONS), help=spoken("Only questions of this type."))
@click.option(
    "--number", type=click.IntRange(1), default=10, metavar="N", help=spoken("How many questions; 10 without it.")
)
@click.option(
    "--seed", type=click.IntRange(0), metavar="N", help=spoken("What questions and their numbers are drawn from.")
)
@click.pass_obj
def command(settings: Settings, /, place: str | None, kind: str | None, number: int, seed: int | None) -> None:
    """Ask, tell, and show the score at the end."""
    from grader.bank.expressions import Scope
    from grader.bank.session import items
    from grader.cli.sitting import Sitting

    course = settings.load()
    seed = random.SystemRandom().randrange(2**31) if seed is None else seed
    found = items(lessons_at(course, place), Scope(course), seed, kind, number)
    if not found:
        raise ZachetkaError(message("there is no such question yet. Leave out --type, or choose another lesson"))
    sitting = Sitting(settings, len(found), seed)
    try:
        for item in found:
            sitting.ask(item)
    except (EOFError, KeyboardInterrupt):
        print()
    sitting.end()
