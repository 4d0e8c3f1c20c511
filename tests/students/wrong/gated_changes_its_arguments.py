"""Right numbers; the caller's arrays are changed on the way."""

import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def lstm_step_backward(dh, dc, x, h, c, W, U, b):
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=1)
    i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
    t = np.tanh(f * c + i * g)
    dc += dh * o * (1 - t**2)
    da = np.hstack([dc * g * i * (1 - i), dc * c * f * (1 - f), dc * i * (1 - g**2), dh * t * o * (1 - o)])
    return da @ W.T, da @ U.T, dc * f, x.T @ da, h.T @ da, da.sum(0)


def lstm_forward(x, h0, c0, W, U, b):
    H = []
    h, c = h0, c0
    for s in range(x.shape[1]):
        i, f, g, o = np.split(x[:, s] @ W + h @ U + b, 4, axis=1)
        c *= sigmoid(f)
        c += sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
        H.append(h)
    return np.stack(H, axis=1), c


def cell_gradient(F):
    F[:-1] = np.cumprod(F[:0:-1], axis=0)[::-1]
    F[-1] = 1
    return F
