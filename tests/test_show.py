"""Values as short text: whatever a student answers, showing it takes no longer than reading it would."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest

from grader.calls import Returned
from grader.nearmiss import near_misses
from grader.show import LONGEST, show, show_answer


@pytest.mark.parametrize(
    ("value", "begins"),
    [
        ([np.array(True)] * 200_000, "[np.array(True), np.array(True), "),
        ([[[np.array(1.5)] * 1000] * 1000] * 1000, "[[[np.array(1.5), "),
        (dict.fromkeys(range(200_000), ()), "{0: (), 1: (), "),
        (np.zeros((2,) * 20, bool), "<array of shape (2, 2, 2, "),
        (np.zeros((1000, 1000)), "np.array([[0., 0., 0., ..., 0., 0., 0.], "),
    ],
)
def test_a_huge_answer_is_shown_at_once(value: Any, begins: str) -> None:
    before = time.process_time()
    text = show_answer(Returned(value))
    assert time.process_time() - before < 0.5
    assert text.startswith(begins)
    assert len(text) <= LONGEST + 1


def test_a_small_answer_is_shown_whole() -> None:
    assert show([1, (2.0,), {"a": np.ones((2, 1), int)}]) == "[1, (2.,), {'a': np.array([[1], [1]])}]"


def test_a_huge_answer_is_no_near_miss() -> None:
    before = time.process_time()
    assert near_misses([Returned(["cat"])] * 7, [Returned([np.array(True)] * 100_000)] * 7) == ()
    assert time.process_time() - before < 0.5
