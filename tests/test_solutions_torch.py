"""The PyTorch references against PyTorch's own modules and against the NumPy references, weights mapped by name."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import hypothesis.strategies as st
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis.extra.numpy import arrays
from torch import nn

from grader.code import load_module
from grader.load import load_course
from grader.model import Course

torch.set_num_threads(1)

ROOT = Path(__file__).parent.parent
CLOSE = {"rtol": 1e-10, "atol": 1e-11}
SIZES = st.tuples(st.integers(1, 3), st.integers(1, 4), st.integers(1, 4))
HEADS = st.sampled_from([(1, 3), (2, 1), (2, 2), (3, 2), (2, 3)])


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT)


def solution(course: Course, name: str) -> ModuleType:
    return load_module(course, f"solutions/{name}.py")


def numbers(data: st.DataObject, *shape: int, size: float = 2.0) -> np.ndarray:
    thousandths = st.integers(round(-1000 * size), round(1000 * size)).map(lambda n: n / 1000)
    return data.draw(arrays(np.float64, shape, elements=thousandths))


def filled(module: nn.Module, **values: np.ndarray) -> nn.Module:
    """The module in double precision with the given parameters, which must be all it has."""
    module.double()
    assert set(dict(module.named_parameters())) == set(values)
    with torch.no_grad():
        for name, value in values.items():
            module.get_parameter(name).copy_(torch.tensor(value))
    return module


def same(got: Any, expected: Any) -> None:
    np.testing.assert_allclose(got.detach().numpy(), np.asarray(expected), **CLOSE)


def gradients(module: nn.Module, loss: torch.Tensor) -> dict[str, np.ndarray]:
    names, parameters = zip(*module.named_parameters(), strict=True)
    return dict(zip(names, (one.numpy() for one in torch.autograd.grad(loss, parameters)), strict=True))


def assert_alike(got: dict[str, np.ndarray], expected: dict[str, np.ndarray]) -> None:
    assert got.keys() == expected.keys()
    for name, value in expected.items():
        np.testing.assert_allclose(got[name], value, **CLOSE)


# ---------------------------------------------------------------- RNNCell


@settings(deadline=None, max_examples=40)
@given(SIZES, st.data())
def test_rnn_cell_is_that_of_torch(course: Course, sizes: tuple[int, int, int], data: st.DataObject) -> None:
    n, d, k = sizes
    x, h, dh = numbers(data, n, d), numbers(data, n, k), numbers(data, n, k)
    W_xh, W_hh, b = numbers(data, d, k), numbers(data, k, k), numbers(data, k)
    ours = filled(solution(course, "rnn_torch").RNNCell(d, k), W_xh=W_xh, W_hh=W_hh, b=b)
    theirs = filled(nn.RNNCell(d, k), weight_ih=W_xh.T, weight_hh=W_hh.T, bias_ih=b, bias_hh=0 * b)
    got, expected = (module(torch.tensor(x), torch.tensor(h)) for module in (ours, theirs))
    same(got, expected.detach())
    told = gradients(theirs, (expected * torch.tensor(dh)).sum())
    mine = gradients(ours, (got * torch.tensor(dh)).sum())
    assert_alike(mine, {"W_xh": told["weight_ih"].T, "W_hh": told["weight_hh"].T, "b": told["bias_ih"]})


@settings(deadline=None, max_examples=40)
@given(SIZES, st.data())
def test_rnn_cell_is_the_numpy_step(course: Course, sizes: tuple[int, int, int], data: st.DataObject) -> None:
    n, d, k = sizes
    x, h, dh = numbers(data, n, d), numbers(data, n, k), numbers(data, n, k)
    weights = {"W_xh": numbers(data, d, k), "W_hh": numbers(data, k, k), "b": numbers(data, k)}
    ours, rnn = filled(solution(course, "rnn_torch").RNNCell(d, k), **weights), solution(course, "rnn")
    got = ours(torch.tensor(x), torch.tensor(h))
    same(got, rnn.rnn_step(x, h, **weights))
    _, _, *expected = rnn.rnn_step_backward(dh, x, h, **weights)
    assert_alike(gradients(ours, (got * torch.tensor(dh)).sum()), dict(zip(weights, expected, strict=True)))


# ---------------------------------------------------------------- LSTMCell


@settings(deadline=None, max_examples=40)
@given(SIZES, st.data())
def test_lstm_cell_is_that_of_torch_and_the_numpy_step(
    course: Course, sizes: tuple[int, int, int], data: st.DataObject
) -> None:
    n, d, k = sizes
    x, h, c, dh, dc = numbers(data, n, d), *(numbers(data, n, k) for _ in range(4))
    weights = {"W": numbers(data, d, 4 * k), "U": numbers(data, k, 4 * k), "b": numbers(data, 4 * k)}
    W, U, b = weights.values()
    ours = filled(solution(course, "gated_torch").LSTMCell(d, k), **weights)
    theirs = filled(nn.LSTMCell(d, k), weight_ih=W.T, weight_hh=U.T, bias_ih=b, bias_hh=0 * b)
    tensors = [torch.tensor(one) for one in (x, h, c)]
    got, expected = ours(*tensors), theirs(tensors[0], (tensors[1], tensors[2]))
    for mine, told, known in zip(got, expected, solution(course, "gated").lstm_step(x, h, c, W, U, b), strict=True):
        same(mine, told.detach())
        same(mine, known)
    upstream = torch.tensor(dh), torch.tensor(dc)
    mine, told = (
        gradients(module, sum((one * d).sum() for one, d in zip(outputs, upstream, strict=True)))
        for module, outputs in ((ours, got), (theirs, expected))
    )
    assert_alike(mine, {"W": told["weight_ih"].T, "U": told["weight_hh"].T, "b": told["bias_ih"]})
    _, _, _, *known = solution(course, "gated").lstm_step_backward(dh, dc, x, h, c, W, U, b)
    assert_alike(mine, dict(zip(weights, known, strict=True)))


# ---------------------------------------------------------------- SelfAttention

Drawn = tuple[np.ndarray, dict[str, np.ndarray], int, np.ndarray | None]


def layer(data: st.DataObject, *, empty_rows: bool) -> Drawn:
    """A batch, the four matrices, the number of heads and a mask or None."""
    heads, width = data.draw(HEADS)
    b, t, d = data.draw(st.integers(1, 3)), data.draw(st.integers(1, 4)), heads * width
    mask = data.draw(st.none() | arrays(np.bool_, (b, t, t)))
    if mask is not None and not empty_rows:
        mask[:, range(t), range(t)] = True
    weights = {f"W_{letter}": numbers(data, d, d, size=1.0) for letter in "qkvo"}
    return numbers(data, b, t, d), weights, heads, mask


def made(course: Course, weights: dict[str, np.ndarray], heads: int) -> nn.Module:
    return filled(solution(course, "attention_torch").SelfAttention(len(weights["W_q"]), heads), **weights)


def told(mask: np.ndarray | None) -> torch.Tensor | None:
    return None if mask is None else torch.tensor(mask)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_self_attention_is_the_module_of_torch(course: Course, data: st.DataObject) -> None:
    x, weights, heads, mask = layer(data, empty_rows=False)
    d, (W_q, W_k, W_v, W_o) = x.shape[2], weights.values()
    theirs = nn.MultiheadAttention(d, heads, bias=False, batch_first=True)
    filled(theirs, **{"in_proj_weight": np.hstack([W_q, W_k, W_v]).T, "out_proj.weight": W_o.T})
    forbidden = None if mask is None else torch.tensor(np.repeat(~mask, heads, axis=0))
    ours, given = made(course, weights, heads), torch.tensor(x)
    expected, _ = theirs(given, given, given, attn_mask=forbidden, need_weights=False)
    got = ours(given, told(mask))
    same(got, expected.detach())
    upstream = torch.tensor(numbers(data, *x.shape))
    mine, other = (gradients(one, (out * upstream).sum()) for one, out in ((ours, got), (theirs, expected)))
    inputs = dict(zip(("W_q", "W_k", "W_v"), np.split(other["in_proj_weight"].T, 3, axis=1), strict=True))
    assert_alike(mine, {**inputs, "W_o": other["out_proj.weight"].T})


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_self_attention_is_the_numpy_attention_of_each_sequence(course: Course, data: st.DataObject) -> None:
    x, weights, heads, mask = layer(data, empty_rows=True)
    attention = solution(course, "attention")
    masks = [None] * len(x) if mask is None else list(mask)
    expected = [
        attention.multi_head_attention(one, *weights.values(), heads, seen) for one, seen in zip(x, masks, strict=True)
    ]
    same(made(course, weights, heads)(torch.tensor(x), told(mask)), np.stack(expected))


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_gradients_are_finite_and_those_of_sdpa_where_rows_are_empty(course: Course, data: st.DataObject) -> None:
    x, weights, heads, mask = layer(data, empty_rows=True)
    ours, upstream = made(course, weights, heads), torch.tensor(numbers(data, *x.shape))
    mine = gradients(ours, (ours(torch.tensor(x), told(mask)) * upstream).sum())
    assert all(np.isfinite(one).all() for one in mine.values())
    leaves = {name: torch.tensor(value, requires_grad=True) for name, value in weights.items()}
    q, k, v = (ours.split(torch.tensor(x) @ leaves[name]) for name in ("W_q", "W_k", "W_v"))
    seen = None if mask is None else torch.tensor(mask)[:, None]
    out = ours.merge(nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=seen)) @ leaves["W_o"]
    expected = torch.autograd.grad((out * upstream).sum(), list(leaves.values()))
    assert_alike(mine, {name: one.numpy() for name, one in zip(leaves, expected, strict=True)})
