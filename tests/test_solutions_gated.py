"""The references of `gated` against PyTorch: nn.LSTM, nn.GRU, autograd and parameter counts."""

from __future__ import annotations

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
SIZES = st.integers(1, 4)
SEEDS = st.integers(0, 2**32 - 1)  # values come from a generator: shapes are what Hypothesis varies and shrinks
Arrays = tuple[np.ndarray, ...]


@pytest.fixture(scope="module")
def gated() -> ModuleType:
    return load_module(load_course(ROOT), "solutions/gated.py")


@st.composite
def sequences(draw: Any, gates: int, states: int) -> Arrays:
    """x, as many initial states as asked for, W, U, b."""
    n, t, d, k = (draw(SIZES) for _ in range(4))
    rng = np.random.default_rng(draw(SEEDS))
    shapes = (n, t, d), *[(n, k)] * states, (d, gates * k), (k, gates * k), (gates * k,)
    return tuple(rng.normal(size=shape) for shape in shapes)


LSTM = sequences(gates=4, states=2)
GRU = sequences(gates=3, states=1)


def weights_of(torch: Any, W: Any, U: Any, b: Any) -> dict[str, Any]:
    """Parameters of a PyTorch layer: weights are (out, in), its two biases add up. The gates stand as ours do."""
    return {"weight_ih_l0": W.T, "weight_hh_l0": U.T, "bias_ih_l0": b, "bias_hh_l0": torch.zeros_like(b)}


def torch_lstm(torch: Any, x: Any, h0: Any, c0: Any, W: Any, U: Any, b: Any) -> tuple[Any, Any]:
    module = torch.nn.LSTM(x.shape[2], h0.shape[1], batch_first=True).double()
    arguments = (x, (h0[None], c0[None]))
    H, (_, c) = torch.func.functional_call(module, weights_of(torch, W, U, b), arguments)
    return H, c[0]


def assert_close(got: Any, expected: Any) -> None:
    np.testing.assert_allclose(got, expected, rtol=1e-10, atol=1e-12)


@settings(deadline=None)
@given(arguments=LSTM)
def test_lstm_step_is_one_step_of_nn_lstm(gated: ModuleType, torch: Any, arguments: Arrays) -> None:
    x, h, c, W, U, b = arguments
    H, last = torch_lstm(torch, *map(torch.tensor, (x[:, :1], h, c, W, U, b)))
    h_next, c_next = gated.lstm_step(x[:, 0], h, c, W, U, b)
    assert_close(h_next, H[:, 0])
    assert_close(c_next, last)


@settings(deadline=None)
@given(arguments=LSTM)
def test_lstm_forward_is_that_of_nn_lstm(gated: ModuleType, torch: Any, arguments: Arrays) -> None:
    H, last = torch_lstm(torch, *map(torch.tensor, arguments))
    got = gated.lstm_forward(*arguments)
    assert_close(got[0], H)
    assert_close(got[1], last)


@settings(deadline=None)
@given(arguments=LSTM, seed=SEEDS)
def test_lstm_step_backward_is_autograd(gated: ModuleType, torch: Any, arguments: Arrays, seed: int) -> None:
    x, h, c, W, U, b = arguments
    rng = np.random.default_rng(seed)
    dh, dc = rng.normal(size=h.shape), rng.normal(size=h.shape)
    leaves = [torch.tensor(one, requires_grad=True) for one in (x[:, :1], h, c, W, U, b)]
    H, last = torch_lstm(torch, *leaves)
    ((H[:, 0] * torch.tensor(dh)).sum() + (last * torch.tensor(dc)).sum()).backward()
    dx, *rest = [leaf.grad for leaf in leaves]
    got = gated.lstm_step_backward(dh, dc, x[:, 0], h, c, W, U, b)
    for one, expected in zip(got, (dx[:, 0], *rest), strict=True):
        assert_close(one, expected)


@settings(deadline=None)
@given(arguments=LSTM, seed=SEEDS)
def test_lstm_backward_is_autograd_through_time(gated: ModuleType, torch: Any, arguments: Arrays, seed: int) -> None:
    x, h0, *_ = arguments
    dH = np.random.default_rng(seed).normal(size=(*x.shape[:2], h0.shape[1]))
    leaves = [torch.tensor(one, requires_grad=True) for one in arguments]
    torch_lstm(torch, *leaves)[0].backward(torch.tensor(dH))
    for got, leaf in zip(gated.lstm_backward(dH, *arguments), leaves, strict=True):
        assert_close(got, leaf.grad)


def torch_gru(torch: Any, x: Any, h0: Any, W: Any, U: Any, b: Any) -> Any:
    module = torch.nn.GRU(x.shape[2], h0.shape[1], batch_first=True).double()
    return torch.func.functional_call(module, weights_of(torch, W, U, b), (x, h0[None]))[0]


def with_diagonal_candidate(U: np.ndarray) -> np.ndarray:
    """U with a diagonal U_n: then (r · h) U_n = r · (h U_n), and it does not matter where the reset gate acts."""
    k = len(U)
    U = U.copy()
    U[:, 2 * k :] *= np.eye(k)
    return U


@settings(deadline=None)
@given(arguments=GRU)
def test_gru_is_nn_gru_where_the_place_of_the_reset_gate_does_not_matter(
    gated: ModuleType, torch: Any, arguments: Arrays
) -> None:
    x, h0, W, U, b = arguments
    U = with_diagonal_candidate(U)
    expected = torch_gru(torch, *map(torch.tensor, (x, h0, W, U, b)))
    assert_close(gated.gru_forward(x, h0, W, U, b), expected)
    assert_close(gated.gru_step(x[:, 0], h0, W, U, b), expected[:, 0])


def test_gru_is_not_nn_gru_elsewhere(gated: ModuleType, torch: Any) -> None:
    """PyTorch resets after the matrix product, r · (h U_n); we reset before it, (r · h) U_n."""
    rng = np.random.default_rng(0)
    shapes = (2, 3, 4), (2, 5), (4, 15), (5, 15), (15,)
    arguments = [rng.normal(size=shape) for shape in shapes]
    expected = torch_gru(torch, *map(torch.tensor, arguments))
    assert np.abs(gated.gru_forward(*arguments) - expected.numpy()).max() > 0.01


@settings(deadline=None)
@given(arguments=GRU)
def test_gru_resets_before_the_product(gated: ModuleType, torch: Any, arguments: Arrays) -> None:
    """Two calls of torch.nn.GRUCell make a step of ours: the gates of one, the candidate of the other.

    With the reset gate of the second call held open its candidate is tanh(x W_n + h U_n + b_n), so it is given r · h;
    with its update gate held shut it returns that candidate alone.
    """
    x, h, W, U, b = arguments
    x, k = x[:, 0], h.shape[1]
    r = 1 / (1 + np.exp(-(x @ W[:, :k] + h @ U[:, :k] + b[:k])))
    z = 1 / (1 + np.exp(-(x @ W[:, k : 2 * k] + h @ U[:, k : 2 * k] + b[k : 2 * k])))
    held = [one.copy() for one in (W, U, b)]
    for one, gate in zip(held, (0, 0, np.repeat([50.0, -50.0], k)), strict=True):
        one[..., : 2 * k] = gate
    W_held, U_held, b_held = map(torch.tensor, held)
    n = torch_gru(torch, torch.tensor(x[:, None]), torch.tensor(r * h), W_held, U_held, b_held)[:, 0].numpy()
    assert_close(gated.gru_step(*arguments_of_step(arguments)), (1 - z) * n + z * h)


def arguments_of_step(arguments: Arrays) -> Arrays:
    x, *rest = arguments
    return x[:, 0], *rest


@settings(deadline=None)
@given(d=SIZES, k=SIZES, kind=st.sampled_from(["rnn", "lstm", "gru"]))
def test_parameter_count_is_that_of_torch_less_its_second_bias(
    gated: ModuleType, torch: Any, d: int, k: int, kind: str
) -> None:
    layer = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}[kind](d, k)
    expected = sum(parameter.numel() for parameter in layer.parameters()) - layer.bias_hh_l0.numel()
    assert gated.parameter_count(kind, d, k) == expected


@pytest.mark.parametrize("kind", ["LSTM", "cnn", ""])
def test_an_unknown_kind_is_an_error(gated: ModuleType, kind: str) -> None:
    with pytest.raises(ValueError, match="kind="):
        gated.parameter_count(kind, 2, 3)


@settings(deadline=None)
@given(t=st.integers(1, 30), k=SIZES, seed=SEEDS)
def test_cell_gradient_is_autograd_along_the_cell(gated: ModuleType, torch: Any, t: int, k: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    F, added = rng.uniform(0.02, 0.98, size=(t, k)), torch.tensor(rng.normal(size=(t, k)))
    gates = torch.tensor(F)
    cells = [torch.zeros(k, dtype=torch.float64, requires_grad=True)]
    for f, new in zip(gates, added, strict=True):
        cells.append(f * cells[-1] + new)
        cells[-1].retain_grad()
    cells[-1].sum().backward()
    expected = np.stack([cell.grad.numpy() for cell in cells[1:]])
    np.testing.assert_allclose(gated.cell_gradient(F), expected, rtol=1e-12)
