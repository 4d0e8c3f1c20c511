"""`zachetka progress`: what was answered and remembered, lesson by lesson."""

from __future__ import annotations

from datetime import datetime

import click

from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.settings import Settings


@click.command(
    cls=Translated, help=spoken("Show for every lesson what you answered, how well, and which cards are due.")
)
@click.pass_obj
def command(settings: Settings, /) -> None:
    """Print one line a lesson; nothing is asked, nothing is written."""
    from grader.bank.load import load_bank
    from grader.diary import ANSWERS, REVIEWS, entries
    from grader.learned import progress
    from grader.render.learned import render
    from grader.schedule import due, replay, reviews

    bank = load_bank(settings.load())
    state = replay(reviews(entries(settings.data / REVIEWS)))
    waiting = due(state, datetime.now().astimezone())
    rows = progress(bank, entries(settings.data / ANSWERS), state.keys(), waiting)
    print(render(rows, settings.lang), end="")
