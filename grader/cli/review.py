"""`zachetka review`: flashcards that are due, and a few new ones."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

import click

from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.named import lessons_at
from grader.cli.settings import Settings
from grader.cli.terminal import show
from grader.model import message
from grader.words import plural, say

if TYPE_CHECKING:
    from grader.bank.flashcard import Flashcard

NEW, AGAIN = 10, 1


@click.command(cls=Translated, help=spoken("Show the flashcards that are due today, and a few new ones."))
@click.argument("place", required=False, metavar="[TOPIC|LESSON]")
@click.option(
    "--new",
    "fresh",
    type=click.IntRange(0),
    default=NEW,
    metavar="N",
    help=spoken("How many new cards; 10 without it."),
)
@click.pass_obj
def command(settings: Settings, /, place: str | None, fresh: int) -> None:
    """Turn cards until none is due."""
    from grader.bank.expressions import Scope
    from grader.bank.ready import ready
    from grader.diary import REVIEWS, entries
    from grader.schedule import due, replay, reviews

    course = settings.load()
    scope = Scope(course)
    cards = {card.id: card for lesson in lessons_at(course, place) for card in ready(lesson, scope).cards}
    state = replay(reviews(entries(settings.data / REVIEWS)))
    waiting = [name for name in due(state, _now()) if name in cards]
    waiting += [name for name in cards if name not in state][:fresh]
    if not waiting:
        print(say(message("No card is due. Come back tomorrow, or take new ones with --new."), settings.lang))
        return
    done = 0
    try:
        while waiting:
            name = waiting.pop(0)
            if _turn(settings, cards[name], len(waiting)) == AGAIN:
                waiting.append(name)
            done += 1
    except (EOFError, KeyboardInterrupt):
        print()
    print(say(plural("{n} card reviewed.", "{n} cards reviewed.", done), settings.lang))


def _turn(settings: Settings, card: Flashcard, left: int) -> int:
    """The grade of one card: its front is shown, after Enter its back."""
    from grader.diary import REVIEWS, add
    from grader.render.quiz import plain
    from grader.schedule import GRADES, Review, entry, zone_of

    begun = time.monotonic()
    show(plain(card.front, settings.lang))
    input(f"({left}) … ")
    show(plain(card.back, settings.lang))
    grade = ""
    while grade not in map(str, GRADES):
        grade = input(say(message("1 again, 2 hard, 3 good, 4 easy:"), settings.lang) + " ").strip()
    now = _now()
    took = int(1000 * (time.monotonic() - begun))
    review = Review(card.id, int(grade), int(now.timestamp() * 1000), zone_of(now), took)
    add(settings.data / REVIEWS, entry(review))
    print()
    return review.grade


def _now() -> datetime:
    """The time with the zone of this machine."""
    return datetime.now().astimezone()
