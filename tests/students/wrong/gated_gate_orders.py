"""Right formulas, blocks in another order: CS231n for the LSTM, Keras for the GRU."""

import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def lstm_step(x, h, c, W, U, b):
    k = h.shape[1]
    a = x @ W + h @ U + b
    i, f, o = sigmoid(a[:, :k]), sigmoid(a[:, k : 2 * k]), sigmoid(a[:, 2 * k : 3 * k])
    g = np.tanh(a[:, 3 * k :])
    c = f * c + i * g
    return o * np.tanh(c), c


def lstm_forward(x, h0, c0, W, U, b):
    """f, i, c, o as in the deeplearning.ai course."""
    k = h0.shape[1]
    h, c, H = h0, c0, []
    for s in range(x.shape[1]):
        a = x[:, s] @ W + h @ U + b
        f, i, cand, o = (a[:, j * k : (j + 1) * k] for j in range(4))
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(cand)
        h = sigmoid(o) * np.tanh(c)
        H.append(h)
    return np.stack(H, axis=1), c


def lstm_step_backward(dh, dc, x, h, c, W, U, b):
    k = h.shape[1]
    a = x @ W + h @ U + b
    i, f, o = sigmoid(a[:, :k]), sigmoid(a[:, k : 2 * k]), sigmoid(a[:, 2 * k : 3 * k])
    g = np.tanh(a[:, 3 * k :])
    t = np.tanh(f * c + i * g)
    dc = dc + dh * o * (1 - t**2)
    da = np.hstack([dc * g * i * (1 - i), dc * c * f * (1 - f), dh * t * o * (1 - o), dc * i * (1 - g**2)])
    return da @ W.T, da @ U.T, dc * f, x.T @ da, h.T @ da, da.sum(0)


def gru_step(x, h, W, U, b):
    Wz, Wr, Wh = np.split(W, 3, 1)
    Uz, Ur, Uh = np.split(U, 3, 1)
    bz, br, bh = np.split(b, 3)
    z = sigmoid(x @ Wz + h @ Uz + bz)
    r = sigmoid(x @ Wr + h @ Ur + br)
    hh = np.tanh(x @ Wh + (r * h) @ Uh + bh)
    return z * h + (1 - z) * hh


def gru_forward(x, h0, W, U, b):
    Wz, Wr, Wh = np.split(W, 3, 1)
    Uz, Ur, Uh = np.split(U, 3, 1)
    bz, br, bh = np.split(b, 3)
    h, H = h0, []
    for x_s in x.swapaxes(0, 1):
        z = sigmoid(x_s @ Wz + h @ Uz + bz)
        r = sigmoid(x_s @ Wr + h @ Ur + br)
        hh = np.tanh(x_s @ Wh + r * (h @ Uh) + bh)
        h = z * h + (1 - z) * hh
        H.append(h)
    return np.stack(H, axis=1)
