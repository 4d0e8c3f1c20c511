import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def lstm_step(x, h, c, W, U, b):
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=1)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * c, c


def lstm_forward(x, h0, c0, W, U, b):
    h, c, H = h0, c0, []
    for s in range(x.shape[1]):
        i, f, g, o = np.split(x[:, s] @ W + h @ U + b, 4, axis=1)
        c = sigmoid(f) * c0 + sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
        H.append(h)
    return np.stack(H, axis=1), c


def lstm_step_backward(dh, dc, x, h, c, W, U, b):
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=1)
    i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
    t = np.tanh(f * c + i * g)
    dc = dc + dh * o
    da = np.hstack([dc * g * i * (1 - i), dc * c * f * (1 - f), dc * i * (1 - g**2), dh * t * o * (1 - o)])
    return da @ W.T, da @ U.T, dc * f, x.T @ da, h.T @ da, da.sum(0)


def lstm_backward(dH, x, h0, c0, W, U, b):
    """The gradient of the cell is not passed on."""
    states = [(h0, c0)]
    for s in range(x.shape[1]):
        h, c = states[-1]
        i, f, g, o = np.split(x[:, s] @ W + h @ U + b, 4, axis=1)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        states.append((sigmoid(o) * np.tanh(c), c))
    dx, dW, dU, db = np.zeros_like(x), 0, 0, 0
    dh = np.zeros_like(h0)
    for s in reversed(range(x.shape[1])):
        h, c = states[s]
        i, f, g, o = np.split(x[:, s] @ W + h @ U + b, 4, axis=1)
        i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
        t = np.tanh(states[s + 1][1])
        dh = dH[:, s] + dh
        dc = dh * o * (1 - t**2)
        da = np.hstack([dc * g * i * (1 - i), dc * c * f * (1 - f), dc * i * (1 - g**2), dh * t * o * (1 - o)])
        dx[:, s], dh = da @ W.T, da @ U.T
        dW, dU, db = dW + x[:, s].T @ da, dU + h.T @ da, db + da.sum(0)
    return dx, dh, dc * f, dW, dU, db


def gru_step(x, h, W, U, b):
    r, z, n = np.split(x @ W + h @ U + b, 3, axis=1)
    return (1 - sigmoid(z)) * np.tanh(n) + sigmoid(z) * h


def gru_forward(x, h0, W, U, b):
    k, h = h0.shape[1], h0
    for s in range(x.shape[1]):
        a = x[:, s] @ W[:, : 2 * k] + h @ U[:, : 2 * k] + b[: 2 * k]
        r, z = sigmoid(a[:, :k]), sigmoid(a[:, k:])
        n = np.tanh(x[:, s] @ W[:, 2 * k :] + (r * h) @ U[:, 2 * k :] + b[2 * k :])
        h = (1 - z) * n + z * h
    return h


def parameter_count(kind, input_size, hidden_size):
    gates = {"rnn": 1, "lstm": 4, "gru": 3}
    return gates[kind] * (input_size * hidden_size + hidden_size * hidden_size + hidden_size)


def cell_gradient(F):
    return np.cumprod(F[::-1], axis=0)[::-1]
