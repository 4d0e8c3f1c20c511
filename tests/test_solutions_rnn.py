"""The references of `rnn` against PyTorch: nn.RNN, autograd and singular values."""

from __future__ import annotations

import math
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.code import load_module
from grader.load import load_course

ROOT = Path(__file__).parent.parent
SIZES = st.integers(1, 5)
SEEDS = st.integers(0, 2**32 - 1)  # values come from a generator: shapes are what Hypothesis varies and shrinks


@pytest.fixture(scope="module")
def rnn() -> ModuleType:
    return load_module(load_course(ROOT), "solutions/rnn.py")


@st.composite
def sequences(draw: Any) -> tuple[np.ndarray, ...]:
    """x, h0, W_xh, W_hh, b."""
    n, t, d, k = (draw(SIZES) for _ in range(4))
    rng = np.random.default_rng(draw(SEEDS))
    shapes = (n, t, d), (n, k), (d, k), (k, k), (k,)
    return tuple(rng.normal(size=shape) for shape in shapes)


def as_leaves(torch: Any, arrays: tuple[np.ndarray, ...]) -> list[Any]:
    return [torch.tensor(array, requires_grad=True) for array in arrays]


def torch_states(torch: Any, x: Any, h0: Any, W_xh: Any, W_hh: Any, b: Any) -> Any:
    """The states by torch.nn.RNN, whose weights are (out, in) and whose two biases add up."""
    module = torch.nn.RNN(x.shape[2], h0.shape[1], batch_first=True).double()
    parameters = {
        "weight_ih_l0": W_xh.T,
        "weight_hh_l0": W_hh.T,
        "bias_ih_l0": b,
        "bias_hh_l0": torch.zeros_like(b),
    }
    return torch.func.functional_call(module, parameters, (x, h0[None]))[0]


def assert_close(got: Any, expected: Any) -> None:
    np.testing.assert_allclose(got, expected, rtol=1e-10, atol=1e-12)


@settings(deadline=None)
@given(arguments=sequences())
def test_step_is_that_of_rnn_cell(rnn: ModuleType, torch: Any, arguments: tuple[np.ndarray, ...]) -> None:
    x, h, W_xh, W_hh, b = arguments
    cell = torch.nn.RNNCell(*W_xh.shape).double()
    weights = {"weight_ih": W_xh.T, "weight_hh": W_hh.T, "bias_ih": b, "bias_hh": 0 * b}
    tensors = {name: torch.tensor(weight) for name, weight in weights.items()}
    expected = torch.func.functional_call(cell, tensors, (torch.tensor(x[:, 0]), torch.tensor(h)))
    assert_close(rnn.rnn_step(x[:, 0], h, W_xh, W_hh, b), expected)


@settings(deadline=None)
@given(arguments=sequences())
def test_forward_is_that_of_nn_rnn(rnn: ModuleType, torch: Any, arguments: tuple[np.ndarray, ...]) -> None:
    expected = torch_states(torch, *map(torch.tensor, arguments))
    assert_close(rnn.rnn_forward(*arguments), expected)


@settings(deadline=None)
@given(size=SIZES, arguments=sequences())
def test_readout_is_a_linear_layer(rnn: ModuleType, torch: Any, size: int, arguments: tuple[np.ndarray, ...]) -> None:
    H = arguments[0]
    rng = np.random.default_rng(size)
    W_hy, b_y = rng.normal(size=(H.shape[2], size)), rng.normal(size=size)
    expected = torch.nn.functional.linear(torch.tensor(H), torch.tensor(W_hy.T), torch.tensor(b_y))
    assert_close(rnn.rnn_readout(H, W_hy, b_y), expected)


@settings(deadline=None)
@given(arguments=sequences(), seed=SEEDS)
def test_step_backward_is_autograd(rnn: ModuleType, torch: Any, arguments: tuple[np.ndarray, ...], seed: int) -> None:
    x, h, W_xh, W_hh, b = arguments
    dh = np.random.default_rng(seed).normal(size=h.shape)
    leaves = as_leaves(torch, (x[:, :1], h, W_xh, W_hh, b))
    torch_states(torch, *leaves)[:, 0].backward(torch.tensor(dh))
    dx, *rest = [leaf.grad for leaf in leaves]
    for got, expected in zip(rnn.rnn_step_backward(dh, x[:, 0], h, W_xh, W_hh, b), (dx[:, 0], *rest), strict=True):
        assert_close(got, expected)


@settings(deadline=None)
@given(arguments=sequences(), seed=SEEDS)
def test_backward_is_autograd_through_time(
    rnn: ModuleType, torch: Any, arguments: tuple[np.ndarray, ...], seed: int
) -> None:
    x, h0, *_ = arguments
    dH = np.random.default_rng(seed).normal(size=(*x.shape[:2], h0.shape[1]))
    leaves = as_leaves(torch, arguments)
    torch_states(torch, *leaves).backward(torch.tensor(dH))
    for got, leaf in zip(rnn.rnn_backward(dH, *arguments), leaves, strict=True):
        assert_close(got, leaf.grad)


@settings(deadline=None, max_examples=40)
@given(arguments=sequences())
def test_jacobian_norms_are_singular_values_of_autograd(
    rnn: ModuleType, torch: Any, arguments: tuple[np.ndarray, ...]
) -> None:
    x, h0, W_xh, W_hh, b = arguments
    H = rnn.rnn_forward(x[:1], h0[:1], W_xh, W_hh, b)
    x, weights = torch.tensor(x[:1]), [torch.tensor(one) for one in (W_xh, W_hh, b)]
    t = x.shape[1]
    expected = []
    for s in range(t):
        start = torch.tensor(H[:, t - s - 2] if s < t - 1 else h0[:1])
        J = torch.autograd.functional.jacobian(
            lambda h, x_last=x[:, t - s - 1 :]: torch_states(torch, x_last, h, *weights)[0, -1], start
        )
        expected.append(torch.linalg.svdvals(J[:, 0])[0])
    np.testing.assert_allclose(rnn.jacobian_norms(H[0], W_hh), expected, rtol=1e-8)


def test_largest_singular_value_above_one_need_not_explode(rnn: ModuleType) -> None:
    W_hh = np.array([[0.5, 3.0], [0.0, 0.5]])
    norms = rnn.jacobian_norms(np.zeros((30, 2)), W_hh)
    assert norms[0] == pytest.approx(3.08, abs=0.01)
    assert norms[-1] == pytest.approx(1.7e-7, rel=0.1)


@st.composite
def gradients(draw: Any) -> list[np.ndarray]:
    shapes = draw(st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=3), min_size=1, max_size=4))
    rng = np.random.default_rng(draw(SEEDS))
    return [rng.normal(size=shape) for shape in shapes]


@given(arrays=gradients(), max_norm=st.floats(0.01, 10))
def test_clipping_uses_the_exact_norm(rnn: ModuleType, arrays: list[np.ndarray], max_norm: float) -> None:
    norm = math.sqrt(math.fsum(float(entry) ** 2 for array in arrays for entry in array.flat))
    for got, array in zip(rnn.clip_by_global_norm(arrays, max_norm), arrays, strict=True):
        assert_close(got, array * min(1.0, max_norm / norm))


@settings(deadline=None)
@given(arrays=gradients(), max_norm=st.floats(0.01, 10))
def test_clipping_is_that_of_torch_but_for_its_epsilon(
    rnn: ModuleType, torch: Any, arrays: list[np.ndarray], max_norm: float
) -> None:
    """clip_grad_norm_ divides by the norm plus 1e-6; we divide by the norm itself."""
    parameters = [torch.nn.Parameter(torch.zeros(array.shape, dtype=torch.float64)) for array in arrays]
    for parameter, array in zip(parameters, arrays, strict=True):
        parameter.grad = torch.tensor(array)
    norm = float(torch.nn.utils.clip_grad_norm_(parameters, max_norm))
    for got, parameter in zip(rnn.clip_by_global_norm(arrays, max_norm), parameters, strict=True):
        np.testing.assert_allclose(got, parameter.grad, rtol=2e-6 / norm + 1e-12)


def test_zero_gradients_stay_zero(rnn: ModuleType) -> None:
    (clipped,) = rnn.clip_by_global_norm([np.zeros((2, 3))], 1.0)
    assert not clipped.any()
