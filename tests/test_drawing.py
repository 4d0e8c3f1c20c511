"""What Hypothesis did before in a process changes no draw."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture import providers

from grader.calls import Arguments
from grader.drawing import Source, draw

NUMBERS = st.integers(-(10**9), 10**9)
LOCAL = (123_456_789, 987_654_321, -135_791_113)  # Hypothesis collects such constants of local modules


def test_other_tests_in_the_process_change_no_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(providers, "CONSTANTS_CACHE", type(providers.CONSTANTS_CACHE)(1024))
    source = Source("ordinary", NUMBERS.map(lambda number: Arguments((number,))), 300, 7)
    alone = draw(source)

    @settings(max_examples=300, database=None, derandomize=True)
    @given(NUMBERS)
    def another(number: int) -> None:
        assert number is not None

    another()
    key = next(key for key in providers.CONSTANTS_CACHE.cache if key[0] == "integer")
    assert key is not None
    providers.CONSTANTS_CACHE[key] = (LOCAL, LOCAL)
    assert draw(source) == alone
