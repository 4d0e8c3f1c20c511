"""When flashcards come back, replayed from the log of reviews."""

from __future__ import annotations

import io
import json
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.cli.run import run
from grader.diary import REVIEWS, entries
from grader.schedule import Review, due, entry, replay, reviews, study_time

VECTORS = Path(__file__).parent / "vectors" / "reviews.json"
BEGIN = datetime(2026, 3, 1, 12, tzinfo=UTC)


def study_day(moment: datetime) -> int:
    return moment.date().toordinal()


def review(card: str, grade: int, days: float = 0.0) -> Review:
    return Review(card, grade, int((BEGIN + timedelta(days=days)).timestamp() * 1000), 0, 1000)


def test_a_card_comes_back_later_each_time_it_is_known() -> None:
    days, gaps = 0, []
    log = [review("a", 4)]
    for _ in range(4):
        due_day = study_day(replay(log)["a"].due)
        gaps.append(due_day - study_day(study_time(log[-1].at, 0)))
        days += gaps[-1]
        log.append(review("a", 3, days))
    assert gaps == sorted(set(gaps))
    assert gaps[0] >= 2


def test_a_forgotten_card_is_due_within_minutes() -> None:
    state = replay([review("a", 1)])
    assert due(state, BEGIN) == []
    assert due(state, BEGIN + timedelta(minutes=2)) == ["a"]


def test_a_learned_card_is_due_on_its_day_from_four_in_the_morning() -> None:
    state = replay([review("a", 4)])
    midnight = datetime.combine(state["a"].due.date(), datetime.min.time(), UTC)
    assert due(state, midnight + timedelta(hours=4)) == ["a"]
    assert due(state, midnight + timedelta(hours=3, minutes=59)) == []


def test_the_days_are_those_of_the_learner() -> None:
    moscow = timezone(timedelta(hours=3))
    state = replay([Review("a", 4, int(BEGIN.timestamp() * 1000), 180, 1000)])
    midnight = datetime.combine(state["a"].due.date(), datetime.min.time(), moscow)
    assert due(state, midnight + timedelta(hours=4)) == ["a"]
    assert due(state, midnight + timedelta(hours=3, minutes=59)) == []


def test_who_flies_west_is_not_reviewed_in_the_past() -> None:
    first, second = review("a", 4), review("a", 3, 0.1)
    state = replay([replace(first, zone=600), replace(second, zone=-600)])
    assert state["a"].due > study_time(second.at, -600)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([1, 2, 3, 4]), st.floats(0, 400)), max_size=12))
def test_the_same_log_gives_the_same_dates(raw: list[tuple[str, int, float]]) -> None:
    log = reviews(entry(review(*one)) for one in raw)
    again = replay(reviews(map(entry, log)))
    assert {name: card.due for name, card in replay(log).items()} == {name: card.due for name, card in again.items()}
    assert set(again) == {card for card, _, _ in raw}


def test_what_is_no_review_is_passed_over() -> None:
    good = entry(review("a", 3))
    odd = [{}, {**good, "grade": 5}, {**good, "at": "now"}, {**good, "card": 1}, {**good, "took": True}]
    assert reviews([*odd, {**good, "more": 1}]) == [review("a", 3)]


def test_the_command_turns_cards_and_keeps_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ZACHETKA_DATA", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("\nx\n1\n\n4\n\n3\n"))
    assert run(["review", "bow", "--new", "2"]) == 0
    assert "3 cards reviewed." in capsys.readouterr().out
    log = reviews(entries(tmp_path / REVIEWS))
    assert [one.grade for one in log] == [1, 4, 3]
    assert log[0].card == log[2].card != log[1].card
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run(["review", "bow", "--new", "0"]) == 0
    assert "No card is due." in capsys.readouterr().out
    assert run(["progress"]) == 0
    (row,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("bow/bag-of-words"))
    assert "2/" in row


# ---------------------------------------------------------------- the same as in the browser


def logs() -> Iterator[list[Review]]:
    """Logs of one card: looks after minutes, days and months, in three time zones."""
    source = random.Random(6)
    for _ in range(60):
        at, log = 1_772_000_000_000, []
        for _ in range(source.randint(1, 9)):
            at += source.choice([60, 600, 40_000, 86_400, 259_200, 1_728_000, 25_920_000]) * 1000
            log.append(Review("a", source.choice([1, 2, 3, 3, 3, 4]), at, source.choice([0, 180, -300]), 1000))
        yield log


def test_the_vectors_for_the_browser_are_up_to_date() -> None:
    cases = []
    for log in logs():
        card = replay(log)["a"]
        assert card.stability is not None
        assert card.difficulty is not None
        state = {"stability": round(card.stability, 4), "difficulty": round(card.difficulty, 4)}
        cases.append({"log": [entry(one) for one in log], **state})
    text = "[\n" + ",\n".join(json.dumps(case, sort_keys=True) for case in cases) + "\n]\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        VECTORS.write_text(text, encoding="utf-8")
    assert text == VECTORS.read_text(encoding="utf-8"), "set UPDATE_SNAPSHOTS=1, and review the diff"
    assert len(cases) == 60
