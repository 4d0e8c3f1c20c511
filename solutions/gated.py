"""Gated recurrence: LSTM and GRU, gradients through their gates, parameters and the direct path of the cell.

Rows are examples, σ is the logistic function, · the elementwise product. A batch of n sequences of t vectors
of size d has the shape (n, t, d); states have size k. The weights of all gates stand side by side.
"""

import numpy as np
from jaxtyping import Float


def sigma(a: Float[np.ndarray, "n k"]) -> Float[np.ndarray, "n k"]:
    """The logistic function 1 / (1 + e^-a), elementwise."""
    return 1 / (1 + np.exp(-a))


def lstm_gates(
    x: Float[np.ndarray, "n d"],
    h: Float[np.ndarray, "n k"],
    W: Float[np.ndarray, "d 4*k"],
    U: Float[np.ndarray, "k 4*k"],
    b: Float[np.ndarray, "4*k"],
) -> tuple[
    Float[np.ndarray, "n k"],
    Float[np.ndarray, "n k"],
    Float[np.ndarray, "n k"],
    Float[np.ndarray, "n k"],
]:
    """The input gate, the forget gate, the candidate and the output gate of one LSTM step, activated."""
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=1)
    return sigma(i), sigma(f), np.tanh(g), sigma(o)


def lstm_step(
    x: Float[np.ndarray, "n d"],
    h: Float[np.ndarray, "n k"],
    c: Float[np.ndarray, "n k"],
    W: Float[np.ndarray, "d 4*k"],
    U: Float[np.ndarray, "k 4*k"],
    b: Float[np.ndarray, "4*k"],
) -> tuple[
    Float[np.ndarray, "n k"],
    Float[np.ndarray, "n k"],
]:
    """The state and the cell (h', c') after one step.

    [i f g o] = x W + h U + b
    c' = σ(f)·c + σ(i)·tanh(g)
    h' = σ(o)·tanh(c')

    Hochreiter and Schmidhuber (1997), Long short-term memory, Neural Computation 9; the forget gate:
    Gers, Schmidhuber and Cummins (2000), Learning to forget, Neural Computation 12.
    """
    i, f, g, o = lstm_gates(x, h, W, U, b)
    c_next = f * c + i * g
    return o * np.tanh(c_next), c_next


def lstm_forward(
    x: Float[np.ndarray, "n t d"],
    h0: Float[np.ndarray, "n k"],
    c0: Float[np.ndarray, "n k"],
    W: Float[np.ndarray, "d 4*k"],
    U: Float[np.ndarray, "k 4*k"],
    b: Float[np.ndarray, "4*k"],
) -> tuple[
    Float[np.ndarray, "n t k"],
    Float[np.ndarray, "n k"],
]:
    """The states h_1 … h_t of every sequence, without h_0, and the last cell c_t.

    (h_s, c_s) = lstm_step(x_s, h_{s-1}, c_{s-1}),  s = 1 … t

    Hochreiter and Schmidhuber (1997), Long short-term memory, Neural Computation 9.
    """
    h, c = h0, c0
    states = []
    for s in range(x.shape[1]):
        h, c = lstm_step(x[:, s], h, c, W, U, b)
        states.append(h)
    return np.stack(states, axis=1), c


def lstm_step_backward(
    dh: Float[np.ndarray, "n k"],
    dc: Float[np.ndarray, "n k"],
    x: Float[np.ndarray, "n d"],
    h: Float[np.ndarray, "n k"],
    c: Float[np.ndarray, "n k"],
    W: Float[np.ndarray, "d 4*k"],
    U: Float[np.ndarray, "k 4*k"],
    b: Float[np.ndarray, "4*k"],
) -> tuple[
    Float[np.ndarray, "n d"],
    Float[np.ndarray, "n k"],
    Float[np.ndarray, "n k"],
    Float[np.ndarray, "d 4*k"],
    Float[np.ndarray, "k 4*k"],
    Float[np.ndarray, "4*k"],
]:
    """The gradients (dx, dh_prev, dc_prev, dW, dU, db) from those of the state and the cell after the step.

    With i, f, g, o activated: c' = f·c + i·g and h' = o·tanh(c'). The cell is reached in two ways, directly
    and through the state: dc' = dc + dh·o·(1 - tanh²(c')).

    dc_prev = dc'·f
    da = [dc'·g·i(1-i)   dc'·c·f(1-f)   dc'·i·(1-g²)   dh·tanh(c')·o(1-o)]
    dx = da Wᵀ,  dh_prev = da Uᵀ,  dW = xᵀ da,  dU = hᵀ da,  db = sum of da over the examples

    Gers, Schmidhuber and Cummins (2000), Learning to forget, Neural Computation 12; here without truncation,
    as in Graves and Schmidhuber (2005), Framewise phoneme classification, Neural Networks 18.
    """
    i, f, g, o = lstm_gates(x, h, W, U, b)
    tanh_c = np.tanh(f * c + i * g)
    dc_next = dc + dh * o * (1 - tanh_c**2)
    da = np.concatenate(
        [
            dc_next * g * i * (1 - i),
            dc_next * c * f * (1 - f),
            dc_next * i * (1 - g**2),
            dh * tanh_c * o * (1 - o),
        ],
        axis=1,
    )
    return da @ W.T, da @ U.T, dc_next * f, x.T @ da, h.T @ da, da.sum(axis=0)


def lstm_backward(
    dH: Float[np.ndarray, "n t k"],
    x: Float[np.ndarray, "n t d"],
    h0: Float[np.ndarray, "n k"],
    c0: Float[np.ndarray, "n k"],
    W: Float[np.ndarray, "d 4*k"],
    U: Float[np.ndarray, "k 4*k"],
    b: Float[np.ndarray, "4*k"],
) -> tuple[
    Float[np.ndarray, "n t d"],
    Float[np.ndarray, "n k"],
    Float[np.ndarray, "n k"],
    Float[np.ndarray, "d 4*k"],
    Float[np.ndarray, "k 4*k"],
    Float[np.ndarray, "4*k"],
]:
    """The gradients (dx, dh0, dc0, dW, dU, db) by backpropagation through time, summed over steps and examples.

    The whole gradient of h_s is dH_s + dh_prev of step s + 1; that of c_s is dc_prev of step s + 1, and the
    last cell receives nothing from outside.

    Werbos (1990), Backpropagation through time, Proceedings of the IEEE 78; Graves and Schmidhuber (2005).
    """
    h, c = h0, c0
    before = []
    for s in range(x.shape[1]):
        before.append((h, c))
        h, c = lstm_step(x[:, s], h, c, W, U, b)
    dx = np.zeros_like(x)
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros_like(b)
    dh, dc = np.zeros_like(h0), np.zeros_like(c0)
    for s in reversed(range(x.shape[1])):
        h, c = before[s]
        dx[:, s], dh, dc, dW_s, dU_s, db_s = lstm_step_backward(dH[:, s] + dh, dc, x[:, s], h, c, W, U, b)
        dW += dW_s
        dU += dU_s
        db += db_s
    return dx, dh, dc, dW, dU, db


def gru_step(
    x: Float[np.ndarray, "n d"],
    h: Float[np.ndarray, "n k"],
    W: Float[np.ndarray, "d 3*k"],
    U: Float[np.ndarray, "k 3*k"],
    b: Float[np.ndarray, "3*k"],
) -> Float[np.ndarray, "n k"]:
    """The state after one step; the reset gate acts before the matrix product.

    r = σ(x W_r + h U_r + b_r)
    z = σ(x W_z + h U_z + b_z)
    n = tanh(x W_n + (r·h) U_n + b_n)
    h' = (1 - z)·n + z·h

    The blocks stand in the order r, z, n; z says how much of the old state stays.
    Cho et al. (2014), Learning phrase representations using RNN encoder-decoder, EMNLP (third version).
    """
    W_r, W_z, W_n = np.split(W, 3, axis=1)
    U_r, U_z, U_n = np.split(U, 3, axis=1)
    b_r, b_z, b_n = np.split(b, 3)
    r = sigma(x @ W_r + h @ U_r + b_r)
    z = sigma(x @ W_z + h @ U_z + b_z)
    n = np.tanh(x @ W_n + (r * h) @ U_n + b_n)
    return (1 - z) * n + z * h


def gru_forward(
    x: Float[np.ndarray, "n t d"],
    h0: Float[np.ndarray, "n k"],
    W: Float[np.ndarray, "d 3*k"],
    U: Float[np.ndarray, "k 3*k"],
    b: Float[np.ndarray, "3*k"],
) -> Float[np.ndarray, "n t k"]:
    """The states h_1 … h_t of every sequence, without h_0.

    h_s = gru_step(x_s, h_{s-1}),  s = 1 … t

    Cho et al. (2014), Learning phrase representations using RNN encoder-decoder, EMNLP.
    """
    h = h0
    states = []
    for s in range(x.shape[1]):
        h = gru_step(x[:, s], h, W, U, b)
        states.append(h)
    return np.stack(states, axis=1)


def parameter_count(kind: str, input_size: int, hidden_size: int) -> int:
    """The number of weights and biases of one recurrent layer with one bias vector a gate.

    gates · (d k + k k + k),  gates = 1 (rnn), 4 (lstm), 3 (gru)

    Another kind raises ValueError. Hochreiter and Schmidhuber (1997); Cho et al. (2014).
    """
    gates = {"rnn": 1, "lstm": 4, "gru": 3}
    if kind not in gates:
        raise ValueError(f"kind={kind!r}: one of {', '.join(gates)} is wanted")
    d, k = input_size, hidden_size
    return gates[kind] * (d * k + k * k + k)


def cell_gradient(F: Float[np.ndarray, "t k"]) -> Float[np.ndarray, "t k"]:
    """How much of the cell after each step reaches the last cell along the direct path, gates held constant.

    ∂c_t/∂c_s = f_{s+1} · f_{s+2} · … · f_t   (elementwise; the last row is all ones)

    F holds the forget gates f_1 … f_t of one sequence.
    Gers, Schmidhuber and Cummins (2000), Learning to forget, Neural Computation 12.
    """
    gradient = np.ones_like(F)
    for s in reversed(range(len(F) - 1)):
        gradient[s] = gradient[s + 1] * F[s + 1]
    return gradient
