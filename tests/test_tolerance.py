"""Each tolerance is earned: far above what rounding does to an answer, below what single precision does."""

from __future__ import annotations

import pytest
from sensitivity import ROOT, SEED, by_rounding, by_single_precision, numeric

from grader.examples import Prepared
from grader.load import load_course

COURSE = load_course(ROOT)
EXACT = {"one-hot"}  # zeros and ones survive single precision


@pytest.mark.parametrize("exercise", numeric(COURSE), ids=lambda exercise: exercise.id)
def test_rounding_is_allowed_and_single_precision_is_not(exercise) -> None:
    prepared = Prepared(COURSE, exercise, SEED)
    assert by_rounding(prepared) < 0.01
    assert by_single_precision(prepared) > 1 or exercise.id in EXACT
