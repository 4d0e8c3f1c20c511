# Рекурсия: последовательность — это первый шаг и всё остальное
import numpy as np
from numpy import exp, tanh


def σ(a):
    return 1 / (1 + exp(-a))


def lstm_step(x, h, c, W, U, b):
    k = h.shape[-1]
    a = np.concatenate((x, h), axis=1) @ np.concatenate((W, U)) + b
    i, f, g, o = a[:, :k], a[:, k : 2 * k], a[:, 2 * k : -k], a[:, -k:]
    c_new = c * σ(f) + tanh(g) * σ(i)
    return tanh(c_new) * σ(o), c_new


def lstm_forward(x, h0, c0, W, U, b):
    h, c = lstm_step(x[:, 0], h0, c0, W, U, b)
    if x.shape[1] == 1:
        return h[:, np.newaxis], c
    H, last = lstm_forward(x[:, 1:], h, c, W, U, b)
    return np.concatenate((h[:, np.newaxis], H), axis=1), last


def lstm_step_backward(dh, dc, x, h, c, W, U, b):
    _, c_new = lstm_step(x, h, c, W, U, b)
    i, f, g, o = np.array_split(x @ W + h @ U + b, 4, axis=1)
    dc_new = dc + dh * σ(o) * (1 - tanh(c_new) ** 2)
    da = np.hstack(
        (
            dc_new * tanh(g) * σ(i) * σ(-i),
            dc_new * c * σ(f) * σ(-f),
            dc_new * σ(i) * (1 - tanh(g) ** 2),
            dh * tanh(c_new) * σ(o) * σ(-o),
        )
    )
    return da @ W.T, da @ U.T, dc_new * σ(f), x.T @ da, h.T @ da, da.sum(0)


def lstm_backward(dH, x, h0, c0, W, U, b):
    if x.shape[1] == 0:
        return x * 0, h0 * 0, c0 * 0, W * 0, U * 0, b * 0
    h, c = lstm_step(x[:, 0], h0, c0, W, U, b)
    dx, dh, dc, *later = lstm_backward(dH[:, 1:], x[:, 1:], h, c, W, U, b)
    dx0, dh0, dc0, *own = lstm_step_backward(dH[:, 0] + dh, dc, x[:, 0], h0, c0, W, U, b)
    return np.concatenate((dx0[:, None], dx), axis=1), dh0, dc0, *map(np.add, own, later)


def gru_step(x, h, W, U, b):
    k = len(U)
    gates = σ(x @ W[:, : 2 * k] + h @ U[:, : 2 * k] + b[: 2 * k])
    r, z = gates[:, :k], gates[:, k:]
    n = tanh(x @ W[:, 2 * k :] + (r * h) @ U[:, 2 * k :] + b[2 * k :])
    return n - z * n + z * h


def gru_forward(x, h0, W, U, b):
    if not x.shape[1]:
        return np.empty((len(x), 0, len(U)))
    before = gru_forward(x[:, :-1], h0, W, U, b)
    h = before[:, -1] if before.shape[1] else h0
    return np.concatenate((before, gru_step(x[:, -1], h, W, U, b)[:, None]), axis=1)


def parameter_count(kind, input_size, hidden_size):
    match kind:
        case "rnn":
            return np.int64((input_size + hidden_size + 1) * hidden_size)
        case "lstm":
            return 4 * parameter_count("rnn", input_size, hidden_size)
        case "gru":
            return 3 * parameter_count("rnn", input_size, hidden_size)
    raise ValueError


def cell_gradient(F):
    if len(F) == 1:
        return np.ones(F.shape)
    rest = cell_gradient(F[1:])
    return np.vstack((rest[0] * F[1], rest))
