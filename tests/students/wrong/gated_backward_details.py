import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def gates(x, h, W, U, b):
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=1)
    return sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)


def lstm_step_backward(dh, dc, x, h, c, W, U, b):
    """Averages over the batch."""
    i, f, g, o = gates(x, h, W, U, b)
    t = np.tanh(f * c + i * g)
    dc = dc + dh * o * (1 - t**2)
    da = np.hstack([dc * g * i * (1 - i), dc * c * f * (1 - f), dc * i * (1 - g**2), dh * t * o * (1 - o)])
    return da @ W.T, da @ U.T, dc * f, x.T @ da / len(x), h.T @ da / len(x), da.mean(0)


def lstm_backward(dH, x, h0, c0, W, U, b):
    """Two steps of the deeplearning.ai course: neither state nor cell comes back from the next step."""
    h, c = h0, c0
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros_like(b)
    dx = np.zeros_like(x)
    caches = []
    for s in range(x.shape[1]):
        caches.append((h, c))
        i, f, g, o = gates(x[:, s], h, W, U, b)
        c = f * c + i * g
        h = o * np.tanh(c)
    for s in reversed(range(x.shape[1])):
        h, c = caches[s]
        i, f, g, o = gates(x[:, s], h, W, U, b)
        t = np.tanh(f * c + i * g)
        dc = dH[:, s] * o * (1 - t**2)
        da = np.hstack(
            [dc * g * i * (1 - i), dc * c * f * (1 - f), dc * i * (1 - g**2), dH[:, s] * t * o * (1 - o)]
        )
        dx[:, s] = da @ W.T
        dW += x[:, s].T @ da
        dU += h.T @ da
        db += da.sum(0)
    return dx, da @ U.T, dc * f, dW, dU, db


def parameter_count(kind, input_size, hidden_size):
    if kind not in ("rnn", "lstm", "gru"):
        raise ValueError(kind)
    gates = {"rnn": 1, "lstm": 4, "gru": 2}[kind]
    return gates * hidden_size * (input_size + hidden_size + 1)


def cell_gradient(F):
    G = np.ones_like(F)
    for s in range(len(F) - 2, -1, -1):
        G[s] = G[s + 1] * F[s + 1]
        G[s][G[s] < 1e-8] = 0
    return G
