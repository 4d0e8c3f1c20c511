"""Recurrence and its gradients: the simple recurrent network, backpropagation through time, clipping.

Rows are examples: h' = tanh(x W_xh + h W_hh + b). A batch of n sequences of t vectors of size d has the
shape (n, t, d); the state has size k.
"""

import numpy as np
from jaxtyping import Float


def rnn_step(
    x: Float[np.ndarray, "n d"],
    h: Float[np.ndarray, "n k"],
    W_xh: Float[np.ndarray, "d k"],
    W_hh: Float[np.ndarray, "k k"],
    b: Float[np.ndarray, "k"],
) -> Float[np.ndarray, "n k"]:
    """The state after one step.

    h' = tanh(x W_xh + h W_hh + b)

    Elman (1990), Finding structure in time, Cognitive Science 14.
    """
    return np.tanh(x @ W_xh + h @ W_hh + b)


def rnn_forward(
    x: Float[np.ndarray, "n t d"],
    h0: Float[np.ndarray, "n k"],
    W_xh: Float[np.ndarray, "d k"],
    W_hh: Float[np.ndarray, "k k"],
    b: Float[np.ndarray, "k"],
) -> Float[np.ndarray, "n t k"]:
    """The states h_1 … h_t of every sequence, without h_0.

    h_s = tanh(x_s W_xh + h_{s-1} W_hh + b),  s = 1 … t

    Elman (1990), Finding structure in time, Cognitive Science 14.
    """
    h = h0
    states = []
    for s in range(x.shape[1]):
        h = rnn_step(x[:, s], h, W_xh, W_hh, b)
        states.append(h)
    return np.stack(states, axis=1)


def rnn_readout(
    H: Float[np.ndarray, "n t k"],
    W_hy: Float[np.ndarray, "k o"],
    b_y: Float[np.ndarray, "o"],
) -> Float[np.ndarray, "n t o"]:
    """The outputs at every step, the same weights at each.

    y_s = h_s W_hy + b_y,  s = 1 … t

    Elman (1990), Finding structure in time, Cognitive Science 14.
    """
    return H @ W_hy + b_y


def rnn_step_backward(
    dh: Float[np.ndarray, "n k"],
    x: Float[np.ndarray, "n d"],
    h: Float[np.ndarray, "n k"],
    W_xh: Float[np.ndarray, "d k"],
    W_hh: Float[np.ndarray, "k k"],
    b: Float[np.ndarray, "k"],
) -> tuple[
    Float[np.ndarray, "n d"],
    Float[np.ndarray, "n k"],
    Float[np.ndarray, "d k"],
    Float[np.ndarray, "k k"],
    Float[np.ndarray, "k"],
]:
    """The gradients (dx, dh_prev, dW_xh, dW_hh, db) from dh, the gradient of the state after the step.

    h' = tanh(a),  a = x W_xh + h W_hh + b

    da = dh · (1 - h'²)
    dx = da W_xhᵀ,  dh_prev = da W_hhᵀ,  dW_xh = xᵀ da,  dW_hh = hᵀ da,  db = sum of da over the examples

    Werbos (1990), Backpropagation through time: what it does and how to do it, Proceedings of the IEEE 78.
    """
    h_next = rnn_step(x, h, W_xh, W_hh, b)
    da = dh * (1 - h_next**2)
    return da @ W_xh.T, da @ W_hh.T, x.T @ da, h.T @ da, da.sum(axis=0)


def rnn_backward(
    dH: Float[np.ndarray, "n t k"],
    x: Float[np.ndarray, "n t d"],
    h0: Float[np.ndarray, "n k"],
    W_xh: Float[np.ndarray, "d k"],
    W_hh: Float[np.ndarray, "k k"],
    b: Float[np.ndarray, "k"],
) -> tuple[
    Float[np.ndarray, "n t d"],
    Float[np.ndarray, "n k"],
    Float[np.ndarray, "d k"],
    Float[np.ndarray, "k k"],
    Float[np.ndarray, "k"],
]:
    """The gradients (dx, dh0, dW_xh, dW_hh, db) by backpropagation through time, summed over steps and examples.

    dH[:, s] is what the loss says about h_s directly. On its way back each state also receives what the next
    step sends it, so the whole gradient of h_s is dH_s + dh_prev of step s + 1.

    Werbos (1990), Backpropagation through time: what it does and how to do it, Proceedings of the IEEE 78.
    """
    H = rnn_forward(x, h0, W_xh, W_hh, b)
    dx = np.zeros_like(x)
    dW_xh, dW_hh, db = np.zeros_like(W_xh), np.zeros_like(W_hh), np.zeros_like(b)
    dh = np.zeros_like(h0)
    for s in reversed(range(x.shape[1])):
        h_prev = H[:, s - 1] if s > 0 else h0
        dx[:, s], dh, dW_xh_s, dW_hh_s, db_s = rnn_step_backward(dH[:, s] + dh, x[:, s], h_prev, W_xh, W_hh, b)
        dW_xh += dW_xh_s
        dW_hh += dW_hh_s
        db += db_s
    return dx, dh, dW_xh, dW_hh, db


def jacobian_norms(
    H: Float[np.ndarray, "t k"],
    W_hh: Float[np.ndarray, "k k"],
) -> Float[np.ndarray, "t"]:
    """How much of a change 1, 2, … t steps back reaches the last state: spectral norms of Jacobians.

    ∂h_i/∂h_{i-1} = diag(1 - h_i²) W_hhᵀ
    entry s = σ_max( ∂h_t/∂h_{t-1} · ∂h_{t-1}/∂h_{t-2} · … · ∂h_{t-s}/∂h_{t-s-1} ),  s = 0 … t-1

    H holds the states h_1 … h_t of one sequence.
    Pascanu, Mikolov and Bengio (2013), On the difficulty of training recurrent neural networks, ICML.
    """
    J = np.eye(H.shape[1])
    norms = []
    for h in H[::-1]:
        J = J @ np.diag(1 - h**2) @ W_hh.T
        norms.append(np.linalg.norm(J, ord=2))
    return np.array(norms)


def clip_by_global_norm(
    gradients: list[Float[np.ndarray, "..."]],
    max_norm: float,
) -> list[Float[np.ndarray, "..."]]:
    """The gradients, all shortened by the same factor when together they are longer than max_norm.

    g ← g · min(1, max_norm / ‖g‖),  ‖g‖² = sum of the squares of all entries of all arrays

    Pascanu, Mikolov and Bengio (2013), On the difficulty of training recurrent neural networks, ICML.
    """
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    factor = max_norm / norm if norm > max_norm else 1.0
    return [g * factor for g in gradients]
