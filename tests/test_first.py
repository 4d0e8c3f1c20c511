"""The first examples that the course keeps for its starters: all of them, and each still right."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest
import torch

from grader.calls import Returned
from grader.code import reference
from grader.directory import find_course
from grader.first import first, kept
from grader.load import load_course
from grader.show import show_answer

COURSE = load_course(find_course(None))


@pytest.fixture
def double() -> Iterator[None]:
    """PyTorch as the examples leave it, for one test."""
    yield
    torch.set_default_dtype(torch.float32)


def test_every_exercise_has_one() -> None:
    assert set(kept(COURSE.root)) == set(COURSE.exercises), "run python -m grader.first"


@pytest.mark.parametrize("id", [one.id for one in COURSE.exercises.values() if not one.is_module])
def test_the_reference_gives_the_kept_answer(id: str) -> None:
    exercise = COURSE.exercises[id]
    call, answer = first(COURSE, exercise)
    found = eval(call.removeprefix(">>> "), {"np": np, exercise.function: reference(COURSE, exercise)})
    assert show_answer(Returned(found)) == answer, "run python -m grader.first"


@pytest.mark.usefixtures("double")
@pytest.mark.parametrize("id", [one.id for one in COURSE.exercises.values() if one.is_module])
def test_the_module_gives_the_kept_answers(id: str) -> None:
    exercise = COURSE.exercises[id]
    lines = first(COURSE, exercise)
    names = {"torch": torch, exercise.function: reference(COURSE, exercise)}
    exec("\n".join(line.removeprefix(">>> ") for line in lines), names)
    answers = [re.fullmatch(r"# ([\w.]+) = (torch\..*)", line) for line in lines]
    told = [(eval(one[1], names), eval(one[2], names)) for one in answers if one]
    assert len(told) > 1
    assert all(torch.allclose(got, wanted, rtol=1e-4, atol=1e-5) for got, wanted in told)


def test_what_is_not_kept_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.first.KEPT", "questions/none.json")
    call, answer = first(COURSE, COURSE.exercises["tfidf"])
    assert call.startswith(">>> tfidf(np.array(")
    assert answer.startswith("np.array(")
