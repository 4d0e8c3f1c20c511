"""When flashcards come back: FSRS-6 replayed over the log of reviews, which is all that is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

GRADES = (1, 2, 3, 4)  # again, hard, good, easy
DAY_BEGINS = timedelta(hours=4)  # who learns after midnight still learns on the day before


@dataclass(frozen=True, slots=True)
class Review:
    """One look at one card; `at` and `took` in milliseconds, `zone` in minutes ahead of UTC, as the site keeps them."""

    card: str
    grade: int
    at: int
    zone: int
    took: int


def reviews(entries: Iterable[Mapping[str, Any]]) -> list[Review]:
    """The reviews among entries of a diary, in the order of time; what is none is passed over."""
    found = []
    for entry in entries:
        numbers = [entry.get(name) for name in ("grade", "at", "zone", "took")]
        whole = all(isinstance(one, int) and not isinstance(one, bool) for one in numbers)
        if whole and isinstance(entry.get("card"), str) and entry["grade"] in GRADES:
            found.append(Review(**{name: entry[name] for name in ("card", "grade", "at", "zone", "took")}))
    return sorted(found, key=lambda review: review.at)


def entry(review: Review) -> dict[str, Any]:
    """A review as an entry of a diary."""
    return asdict(review)


def replay(log: Sequence[Review]) -> dict[str, Card]:
    """Every card that was ever reviewed, as it stands after its last review; its times are those of `study_time`."""
    from fsrs import Card, Rating

    scheduler, cards = _scheduler(), dict[str, Card]()
    for review in log:
        at = study_time(review.at, review.zone)
        card = cards.get(review.card) or Card(card_id=0, due=at)
        if card.last_review is not None:
            at = max(at, card.last_review)  # whoever flew west has a clock that went back, but not time
            # FSRS counts whole days since the last review: from the beginning of that day.
            card.last_review = card.last_review.replace(hour=0, minute=0, second=0, microsecond=0)
        cards[review.card], _ = scheduler.review_card(card, Rating(review.grade), at)
    return cards


def due(cards: Mapping[str, Card], now: datetime) -> list[str]:
    """The cards that are due: what is being learned at its minute, the rest on its day; the longest overdue first."""
    from fsrs import State

    shown = study_time(int(now.timestamp() * 1000), zone_of(now))
    found = [
        (card.due, name)
        for name, card in cards.items()
        if card.due <= shown or (card.state == State.Review and card.due.date() <= shown.date())
    ]
    return [name for _, name in sorted(found)]


def study_time(at: int, zone: int) -> datetime:
    """A moment on a clock whose midnight is four in the morning of the learner, as the site counts days too."""
    return datetime.fromtimestamp(at / 1000, UTC) + timedelta(minutes=zone) - DAY_BEGINS


def zone_of(moment: datetime) -> int:
    """The minutes by which the clock of a moment is ahead of UTC."""
    return int((moment.utcoffset() or timedelta()).total_seconds() // 60)


def _scheduler() -> Scheduler:
    """Without fuzz, so that the same log always gives the same dates."""
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False)
