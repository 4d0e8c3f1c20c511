"""`zachetka hint`: the hints of an exercise, one by one, cheapest first."""

from __future__ import annotations

import click

from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.named import exercises_of
from grader.cli.settings import Settings
from grader.model import message


@click.command(
    cls=Translated,
    help=spoken("Show the hints of an exercise, cheapest first: the first one, and after Enter the next."),
)
@click.argument("exercise", metavar="EXERCISE")
@click.option("--all", "every", is_flag=True, help=spoken("Show all of them at once."))
@click.pass_obj
def command(settings: Settings, /, exercise: str, every: bool) -> None:
    """Print hints until nobody asks for more."""
    from grader.bank.readable import readable

    (found,) = exercises_of(settings.load(), [exercise])
    for number, hint in enumerate(found.hints, 1):
        print(f"{number}/{len(found.hints)}  {readable(hint.within(settings.lang), settings.lang)}")
        if every or number == len(found.hints):
            continue
        settings.note(message("Press Enter for the next hint, Ctrl-D to stop."))
        try:
            input()
        except (EOFError, KeyboardInterrupt):
            return
