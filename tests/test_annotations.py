"""Annotations become types, sizes and words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jaxtyping import Bool, Float, Int

from grader.annotations import (
    Array,
    Many,
    Maybe,
    Plain,
    Several,
    Table,
    axis_names,
    describe,
    evaluate,
    fits,
    signature,
    understand,
)


def lstm(
    x: Float[np.ndarray, "n d"], W: Float[np.ndarray, "d 4*k"], mask: Bool[np.ndarray, "n"] | None = None
) -> tuple[Float[np.ndarray, "n k"], list[str]]:
    """Annotations of many kinds."""
    return x[:, : W.shape[1] // 4], []


def test_a_signature_names_its_parameters_and_types() -> None:
    found = signature(lstm)
    assert found.names == ("x", "W", "mask")
    assert [one.optional for one in found.parameters] == [False, False, True]
    assert found.parameters[1].type == Array("float", ("d", "4*k"))
    assert found.parameters[2].type == Maybe(Array("bool", ("n",)))
    assert found.result == Several((Array("float", ("n", "k")), Many(Plain("str"))))


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        (Int[np.ndarray, "docs terms"], "int (docs, terms)"),
        (Float[np.ndarray, "d"], "float (d,)"),
        (Float[np.ndarray, "d 4*k"], "float (d, 4·k)"),
        (list[dict[str, str]], "list of dict of str to str"),
        (tuple[int, ...], "list of int"),
        (tuple[float, bool], "(float, bool)"),
        (str | None, "str or None"),
    ],
)
def test_a_type_is_described_as_the_shape_table_shows_it(hint: object, said: str) -> None:
    assert describe(understand(hint, "x")) == said


@pytest.mark.parametrize("hint", [set[str], int | str, object, list, dict[int, str]])
def test_what_cannot_be_drawn_is_named(hint: object) -> None:
    with pytest.raises(TypeError, match="x: "):
        understand(hint, "x")


def test_a_missing_annotation_is_named() -> None:
    def bare(x):  # type: ignore[no-untyped-def]
        return x

    with pytest.raises(TypeError, match="parameter x has no annotation"):
        signature(bare)


@given(st.integers(1, 9), st.integers(1, 9))
def test_expressions_of_axes_are_exact(k: int, heads: int) -> None:
    assert evaluate("4*k", {"k": k}) == 4 * k
    assert evaluate("d/heads", {"d": k * heads, "heads": heads}) == k
    if k % heads:
        with pytest.raises(ValueError, match="not a whole number"):
            evaluate("k/heads", {"k": k, "heads": heads})


def test_axes_bind_where_they_are_first_met() -> None:
    sizes: dict[str, int] = {}
    assert fits(Array("float", ("n", "d")), np.zeros((2, 3)), sizes)
    assert sizes == {"n": 2, "d": 3}
    assert fits(Array("float", ("d", "4*n")), np.zeros((3, 8)), sizes)
    assert not fits(Array("float", ("d", "n")), np.zeros((2, 3)), sizes)
    assert not fits(Array("int", ("n", "d")), np.zeros((2, 3)), sizes)
    assert fits(Array("float", ("...", "d")), np.zeros((7, 5, 3)), sizes)
    assert not fits(Array("float", ("...", "d")), np.zeros((7, 5, 2)), sizes)
    assert fits(Table(Plain("str")), {"a": "b"}, sizes)
    assert not fits(Table(Plain("str")), {"a": 1}, sizes)
    assert axis_names(Several((Array("int", ("d/heads",)), Many(Array("int", ("...", "v")))))) == ("d", "heads", "v")
