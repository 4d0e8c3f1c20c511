"""Answers agree with the reference type-exactly, and in numbers within the tolerance."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader import wire
from grader.annotations import Array, Many, Plain, Several, Type
from grader.calls import Answer, Raised, Returned
from grader.compare import Agreement, compare
from grader.model import Tolerance, message

FLOATS = Array("float", ("n", "m"))
INTS = Array("int", ("n", "m"))
BOOLS = Array("bool", ("n", "m"))
NAMES = Many(Plain("str"))


def one(kind: Type, expected: Any, got: Any, **accepts: tuple[str, ...]) -> Agreement:
    wanted, given_ = (value if isinstance(value, Answer) else Returned(value) for value in (expected, got))
    return compare(kind, [wanted], [given_], Tolerance(), accepts)[0]


X = np.array([[1.0, 2.5, -3.0], [0.0, 4.0, 5.0]])


@given(hnp.arrays(np.float64, (2, 3), elements=st.floats(-1e6, 1e6)))
def test_equal_arrays_agree_and_a_touched_number_does_not(x: np.ndarray) -> None:
    assert one(FLOATS, x, x.copy()).ok
    touched = x.copy()
    touched[1, 2] += 1e-6 * max(1.0, abs(x[1, 2]))
    report = one(FLOATS, x, touched)
    assert not report.ok
    assert report.error is not None
    assert report.allowed is not None
    assert report.error > report.allowed


@pytest.mark.parametrize(
    ("kind", "expected", "got"),
    [
        (FLOATS, X, X.T.copy()),
        (FLOATS, X, X[None]),
        (FLOATS, X, X.tolist()),
        (FLOATS, X, X + 0j),
        (FLOATS, X, np.full((2, 3), np.nan)),
        (FLOATS, X, np.full((2, 3), np.inf)),
        (FLOATS, np.ones((2, 3)), np.ones(3)),
        (FLOATS, np.ones((2, 3)), np.ones((1, 1))),
        (FLOATS, X, wire.Opaque("torch.Tensor")),
        (FLOATS, X, None),
        (FLOATS, X, {"x": X}),
        (INTS, np.ones((2, 3), int), np.full((2, 3), 1.25)),
        (BOOLS, np.ones((2, 3), bool), np.full((2, 3), 2)),
        (NAMES, ["a"], np.array([1.0])),
        (NAMES, ["a"], "a"),
        (NAMES, ["a"], ["b"]),
        (NAMES, ["a"], ["a", "a"]),
        (NAMES, [], None),
        (Plain("int"), 1, True),
        (Plain("int"), 1, 1.0),
        (Plain("int"), 1, np.array(1)),
        (Plain("bool"), True, 1),
        (Plain("str"), "1", 1),
        (Several((FLOATS, FLOATS)), (X, X), X),
        (Several((FLOATS, FLOATS)), (X, X), (X, X, X)),
    ],
)
def test_what_is_not_promised_is_not_accepted(kind: Type, expected: Any, got: Any) -> None:
    report = one(kind, expected, got)
    assert not report.ok
    assert report.why is not None


@pytest.mark.parametrize(
    ("kind", "expected", "got"),
    [
        (FLOATS, np.ones((2, 3)), np.ones((2, 3), np.int8)),
        (FLOATS, np.ones((2, 3)), np.ones((2, 3), bool)),
        (INTS, np.ones((2, 3), int), np.ones((2, 3), np.float64)),
        (BOOLS, np.ones((2, 3), bool), np.ones((2, 3), np.int64)),
    ],
)
def test_lossless_kinds_are_accepted_with_a_remark(kind: Type, expected: Any, got: Any) -> None:
    report = one(kind, expected, got)
    assert report.ok
    assert report.remarks


@pytest.mark.parametrize(
    ("kind", "expected", "got"),
    [
        (INTS, np.ones((2, 3), int), np.ones((2, 3), np.uint8)),
        (NAMES, ["a", "b"], ("a", "b")),
        (Several((FLOATS, FLOATS)), (X, X), [X, X]),
        (Many(Several((Plain("str"), Plain("str")))), [("a", "b")], [["a", "b"]]),
    ],
)
def test_tuples_and_lists_and_integers_are_interchangeable(kind: Type, expected: Any, got: Any) -> None:
    assert one(kind, expected, got) == Agreement(True)


def test_single_precision_is_told_so_and_not_accepted() -> None:
    report = one(FLOATS, X / 3, (X / 3).astype(np.float32))
    assert not report.ok
    assert report.why is not None
    assert "single precision" in report.why.id


def test_truth_values_are_counted_not_measured() -> None:
    report = one(BOOLS, np.array([[True, False, True]]), np.array([[False, False, False]]))
    assert report.why == message("wrong entries: {wrong} of {all}", wrong=2, all=3)


def test_a_returned_exception_is_told_from_a_raised_one() -> None:
    report = one(NAMES, Raised(("ValueError", "Exception")), None)
    assert report.why == message("{error} must be raised, but {got} was returned", error="ValueError", got="None")


@pytest.mark.parametrize("got", [np.round(X / 3, 6), X / 3 + 1e-7])
def test_nothing_is_said_of_single_precision_where_it_was_not_used(got: np.ndarray) -> None:
    report = one(FLOATS, X / 3, got)
    assert not report.ok
    assert report.why is not None
    assert "nearly agrees" in report.why.id


def test_exceptions_are_part_of_the_contract() -> None:
    wanted = Raised(("KeyError", "LookupError", "Exception"))
    assert one(NAMES, wanted, Raised(("KeyError", "LookupError"))).ok
    assert not one(NAMES, wanted, Raised(("ValueError", "Exception"))).ok
    assert not one(NAMES, wanted, ["a"]).ok
    assert not one(NAMES, ["a"], Raised(("KeyError",))).ok
    accepted = one(NAMES, wanted, Raised(("JSONDecodeError", "ValueError")), KeyError=("ValueError",))
    assert accepted.ok
    assert accepted.remarks
    assert one(NAMES, Raised(("ValueError",)), Raised(("JSONDecodeError", "ValueError"))).ok


def test_a_batch_is_judged_answer_by_answer() -> None:
    expected = [Returned(X), Returned(2 * X), Raised(("ValueError",)), Returned(X[:1])]
    got: list[Answer] = [Returned(X), Returned(X), Raised(("ValueError",)), Returned(X[:1] + 1e-15)]
    assert [a.ok for a in compare(FLOATS, expected, got, Tolerance(), {})] == [True, False, True, True]
