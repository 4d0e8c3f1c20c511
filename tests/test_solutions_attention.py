"""The references of attention against independent oracles: PyTorch's functions, its module and its autograd."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.extra.numpy import arrays

SOLUTIONS = Path(__file__).parent.parent / "solutions"
CLOSE = {"rtol": 1e-9, "atol": 1e-11}

sizes = st.integers(1, 5)
moderate = settings(max_examples=60, deadline=None)


def solutions() -> ModuleType:
    """The references, loaded by path as the grader does."""
    spec = importlib.util.spec_from_file_location("attention_references", SOLUTIONS / "attention.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


attention = solutions()


@cache
def torch() -> Any:
    """PyTorch with a single thread, imported when a test first needs it."""
    import torch

    torch.set_num_threads(1)
    return torch


def matrix(*shape: int, high: float = 3.0) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float64, shape, elements=st.integers(-1000, 1000).map(lambda n: n * high / 1000))


def tensor(array: np.ndarray) -> Any:
    return torch().tensor(array, requires_grad=array.dtype == np.float64)


def gradients(output: Any, gradient: np.ndarray, *inputs: Any) -> list[np.ndarray]:
    """What autograd says about the inputs."""
    return [one.numpy() for one in torch().autograd.grad(output, inputs, torch().tensor(gradient))]


@st.composite
def rows(draw: Callable[..., Any], high: float = 3.0) -> np.ndarray:
    shape = draw(st.lists(sizes, min_size=1, max_size=4))
    return draw(matrix(*shape, high=high))


@st.composite
def queries(draw: Callable[..., Any], high: float = 3.0) -> tuple[np.ndarray, ...]:
    """Q, K and V."""
    n, m, k, v = (draw(sizes) for _ in range(4))
    return draw(matrix(n, k, high=high)), draw(matrix(m, k)), draw(matrix(m, v))


@st.composite
def masked(draw: Callable[..., Any], high: float = 3.0) -> tuple[np.ndarray, ...]:
    """Q, K, V and a mask, rows of which may be all False."""
    Q, K, V = draw(queries(high))
    return Q, K, V, draw(arrays(np.bool_, (len(Q), len(K))))


@st.composite
def heads(draw: Callable[..., Any]) -> tuple[Any, ...]:
    """X, four matrices of weights and the number of heads."""
    number, width, t = draw(st.integers(1, 3)), draw(st.integers(1, 3)), draw(sizes)
    d = number * width
    return draw(matrix(t, d)), *(draw(matrix(d, d, high=1.0)) for _ in range(4)), number


# ---------------------------------------------------------------- softmax


@moderate
@given(rows(high=10_000.0))
def test_softmax_is_that_of_torch(z: np.ndarray) -> None:
    P = attention.softmax(z)
    assert np.isfinite(P).all()
    np.testing.assert_allclose(P, torch().softmax(torch().tensor(z), dim=-1).numpy(), **CLOSE)


@moderate
@given(rows().flatmap(lambda z: st.tuples(st.just(z), matrix(*z.shape))))
def test_softmax_backward_is_what_autograd_says(drawn: tuple[np.ndarray, np.ndarray]) -> None:
    z, dP = drawn
    leaf = tensor(z)
    (expected,) = gradients(torch().softmax(leaf, dim=-1), dP, leaf)
    np.testing.assert_allclose(attention.softmax_backward(dP, attention.softmax(z)), expected, **CLOSE)


# ---------------------------------------------------------------- queries, keys and values


@moderate
@given(st.data())
def test_projections_are_linear_layers_without_bias(data: st.DataObject) -> None:
    t, d, k, v = (data.draw(sizes) for _ in range(4))
    X = data.draw(matrix(t, d))
    weights = [data.draw(matrix(d, width)) for width in (k, k, v)]
    for got, W in zip(attention.project_qkv(X, *weights), weights, strict=True):
        # nn.Linear keeps its weights as (output, input).
        expected = torch().nn.functional.linear(torch().tensor(X), torch().tensor(W).T)
        np.testing.assert_allclose(got, expected.numpy(), **CLOSE)


@moderate
@given(queries())
def test_scores_are_scaled_products(drawn: tuple[np.ndarray, ...]) -> None:
    Q, K, _ = drawn
    expected = torch().nn.functional.linear(torch().tensor(Q), torch().tensor(K)) * Q.shape[1] ** -0.5
    np.testing.assert_allclose(attention.attention_scores(Q, K), expected.numpy(), **CLOSE)


@moderate
@given(masked(high=3000.0), st.booleans())
def test_attention_is_that_of_torch(drawn: tuple[np.ndarray, ...], with_mask: bool) -> None:
    Q, K, V, mask = drawn
    given_mask = mask if with_mask else None
    told = torch().tensor(mask) if with_mask else None
    leaves = [torch().tensor(one)[None] for one in (Q, K, V)]
    expected = torch().nn.functional.scaled_dot_product_attention(*leaves, attn_mask=told)[0]
    got = attention.scaled_dot_product_attention(Q, K, V, given_mask)
    np.testing.assert_allclose(got, expected.numpy(), **CLOSE)


@moderate
@given(masked(high=3000.0), st.booleans())
def test_weights_are_answers_to_values_of_one_hot_rows(drawn: tuple[np.ndarray, ...], with_mask: bool) -> None:
    Q, K, _, mask = drawn
    leaves = [torch().tensor(one)[None] for one in (Q, K, np.eye(len(K)))]
    told = torch().tensor(mask) if with_mask else None
    expected = torch().nn.functional.scaled_dot_product_attention(*leaves, attn_mask=told)[0]
    got = attention.attention_weights(Q, K, mask if with_mask else None)
    np.testing.assert_allclose(got, expected.numpy(), **CLOSE)


def test_a_query_that_may_attend_to_nothing_gets_zeros() -> None:
    mask = np.array([[True, False, True], [False, False, False]])
    Q, K, V = np.ones((2, 2)), np.ones((3, 2)), np.arange(6.0).reshape(3, 2)
    assert attention.attention_weights(Q, K, mask).tolist() == [[0.5, 0.0, 0.5], [0.0, 0.0, 0.0]]
    assert attention.scaled_dot_product_attention(Q, K, V, mask).tolist() == [[2.0, 3.0], [0.0, 0.0]]


@moderate
@given(queries().flatmap(lambda drawn: st.tuples(st.just(drawn), matrix(len(drawn[0]), drawn[2].shape[1]))))
def test_attention_backward_is_what_autograd_says(drawn: tuple[tuple[np.ndarray, ...], np.ndarray]) -> None:
    arguments, dO = drawn
    leaves = [tensor(one) for one in arguments]
    answers = torch().nn.functional.scaled_dot_product_attention(*(leaf[None] for leaf in leaves))[0]
    expected = gradients(answers, dO, *leaves)
    for got, wanted in zip(attention.attention_backward(dO, *arguments), expected, strict=True):
        np.testing.assert_allclose(got, wanted, **CLOSE)


# ---------------------------------------------------------------- masks


@pytest.mark.parametrize("size", [1, 2, 5, 40])
def test_the_causal_mask_is_the_negation_of_what_torch_forbids(size: int) -> None:
    mask = attention.causal_mask(size)
    assert mask.dtype == np.bool_
    # PyTorch's own mask is additive: minus infinity forbids.
    additive = torch().nn.Transformer.generate_square_subsequent_mask(size).numpy()
    np.testing.assert_array_equal(mask, additive == 0)


lengths_and_size = st.integers(1, 6).flatmap(
    lambda size: st.tuples(arrays(np.int64, st.integers(1, 4), elements=st.integers(0, size)), st.just(size))
)


@moderate
@given(lengths_and_size)
def test_the_padding_mask_marks_what_padding_a_ragged_batch_leaves(drawn: tuple[np.ndarray, int]) -> None:
    lengths, size = drawn
    texts = [torch().ones(size), *(torch().ones(int(length)) for length in lengths)]
    expected = torch().nn.utils.rnn.pad_sequence(texts, batch_first=True).numpy()[1:] == 1
    mask = attention.padding_mask(lengths, size)
    assert mask.dtype == np.bool_
    np.testing.assert_array_equal(mask, expected)


@moderate
@given(lengths_and_size)
def test_both_masks_together_allow_the_part_of_a_triangle(drawn: tuple[np.ndarray, int]) -> None:
    lengths, size = drawn
    mask = attention.combine_masks(lengths, size)
    assert mask.dtype == np.bool_
    assert mask.shape == (len(lengths), size, size)
    for one, length in zip(mask, lengths, strict=True):
        allowed = {(i, j) for i in range(size) for j in range(min(i + 1, length))}
        assert {(int(i), int(j)) for i, j in np.argwhere(one)} == allowed


# ---------------------------------------------------------------- heads


@moderate
@given(heads())
def test_splitting_is_chunking_and_merging_undoes_it(drawn: tuple[Any, ...]) -> None:
    X, *_, number = drawn
    parts = attention.split_heads(X, number)
    expected = torch().stack(torch().tensor(X).chunk(number, dim=1))
    np.testing.assert_array_equal(parts, expected.numpy())
    np.testing.assert_array_equal(attention.merge_heads(parts), X)


@pytest.mark.parametrize(("d", "number"), [(4, 3), (3, 2), (2, 5)])
def test_heads_that_do_not_divide_are_refused(d: int, number: int) -> None:
    with pytest.raises(ValueError, match="do not divide"):
        attention.split_heads(np.ones((2, d)), number)


def module(W_q: np.ndarray, W_k: np.ndarray, W_v: np.ndarray, W_o: np.ndarray, number: int) -> Any:
    """PyTorch's module with these weights: it keeps them as (output, input), and the first three as one."""
    d = len(W_q)
    made = torch().nn.MultiheadAttention(d, number, bias=False, batch_first=True).double()
    made.in_proj_weight.data = torch().tensor(np.hstack([W_q, W_k, W_v]).T)
    made.out_proj.weight.data = torch().tensor(W_o.T)
    return made.eval()


@moderate
@given(heads(), st.data())
def test_multi_head_attention_is_the_module_of_torch(drawn: tuple[Any, ...], data: st.DataObject) -> None:
    X, *weights, number = drawn
    mask = data.draw(st.none() | arrays(np.bool_, (len(X), len(X))).map(lambda mask: mask | np.eye(len(X), dtype=bool)))
    leaf = torch().tensor(X)[None]
    # There True forbids.
    forbidden = None if mask is None else torch().tensor(~mask)
    expected, _ = module(*weights, number)(leaf, leaf, leaf, attn_mask=forbidden)
    got = attention.multi_head_attention(X, *weights, number, mask)
    np.testing.assert_allclose(got, expected.detach()[0].numpy(), **CLOSE)


@moderate
@given(heads(), st.data())
def test_rows_without_any_key_are_zeros_and_leave_the_others_alone(drawn: tuple[Any, ...], data: st.DataObject) -> None:
    X, *weights, number = drawn
    some = data.draw(arrays(np.bool_, len(X)))
    open_rows = np.repeat(some[:, None], len(X), axis=1)
    got = attention.multi_head_attention(X, *weights, number, open_rows)
    np.testing.assert_array_equal(got[~some], 0)
    np.testing.assert_allclose(got[some], attention.multi_head_attention(X, *weights, number)[some], **CLOSE)
