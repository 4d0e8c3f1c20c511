"""When flashcards come back, replayed from the log of reviews."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.cli.run import run
from grader.diary import REVIEWS, entries
from grader.schedule import Review, due, entry, replay, reviews, study_day

BEGIN = datetime(2026, 3, 1, 12, tzinfo=UTC)


def review(card: str, grade: int, days: float = 0.0) -> Review:
    return Review(card, grade, int((BEGIN + timedelta(days=days)).timestamp() * 1000), 0, 1000)


def test_a_card_comes_back_later_each_time_it_is_known() -> None:
    log = [review("a", 4)]
    gaps = []
    for _ in range(4):
        card = replay(log)["a"]
        at = BEGIN + timedelta(days=(log[-1].at / 1000 - BEGIN.timestamp()) / 86400)
        gaps.append((card.due - at).days)
        log.append(review("a", 3, (card.due - BEGIN).total_seconds() / 86400))
    assert gaps == sorted(set(gaps))
    assert gaps[0] >= 2


def test_a_forgotten_card_is_due_within_minutes() -> None:
    state = replay([review("a", 1)])
    assert due(state, BEGIN) == []
    assert due(state, BEGIN + timedelta(minutes=2)) == ["a"]


def test_a_learned_card_is_due_on_its_day_from_four_in_the_morning() -> None:
    state = replay([review("a", 4)])
    day = state["a"].due.date()
    morning = datetime(day.year, day.month, day.day, 4, 30, tzinfo=UTC)
    assert due(state, morning) == ["a"]
    assert due(state, morning - timedelta(hours=1)) == []


def test_a_study_day_is_that_of_the_learner() -> None:
    moscow = timezone(timedelta(hours=3))
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    assert study_day(late, late) == study_day(late.astimezone(moscow), late.astimezone(moscow))
    assert study_day(late + timedelta(hours=2), late.astimezone(moscow)) == study_day(late, late) + 1


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
