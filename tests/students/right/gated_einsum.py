import numpy as np


def sig(a):
    return 0.5 * (1 + np.tanh(a / 2))


def blocks(x, h, W, U, b, gates):
    """Pre-activations as (gates, n, k)."""
    k = h.shape[1]
    W, U, b = W.reshape(-1, gates, k), U.reshape(k, gates, k), b.reshape(gates, 1, k)
    return np.einsum("nd,dgk->gnk", x, W) + np.einsum("nj,jgk->gnk", h, U) + b


def lstm_step(x, h, c, W, U, b):
    i, f, g, o = blocks(x, h, W, U, b, 4)
    c = sig(f) * c + sig(i) * np.tanh(g)
    return sig(o) * np.tanh(c), c


def lstm_forward(x, h0, c0, W, U, b):
    h, c = h0, c0
    H = np.empty(x.shape[:2] + h0.shape[1:])
    for s, x_s in enumerate(x.swapaxes(0, 1)):
        h, c = lstm_step(x_s, h, c, W, U, b)
        H[:, s] = h
    return H, c


def lstm_step_backward(dh, dc, x, h, c, W, U, b):
    n, k = h.shape
    i, f, g, o = blocks(x, h, W, U, b, 4)
    i, f, g, o = sig(i), sig(f), np.tanh(g), sig(o)
    T = np.tanh(f * c + i * g)
    D = dc + dh * o * (1 - T) * (1 + T)
    da = np.stack([D * g * i * (1 - i), D * c * f * (1 - f), D * i * (1 - g**2), dh * T * o * (1 - o)], axis=1)
    dx = np.einsum("ngk,dgk->nd", da, W.reshape(-1, 4, k))
    dh_prev = np.einsum("ngk,jgk->nj", da, U.reshape(k, 4, k))
    dW = np.einsum("nd,ngk->dgk", x, da).reshape(W.shape)
    dU = np.einsum("nj,ngk->jgk", h, da).reshape(U.shape)
    return dx, dh_prev, D * f, dW, dU, np.einsum("ngk->gk", da).ravel()


def lstm_backward(dH, x, h0, c0, W, U, b):
    t = x.shape[1]
    trace = [(h0, c0)]
    for s in range(t):
        trace.append(lstm_step(x[:, s], *trace[-1], W, U, b))
    dh, dc = np.zeros_like(h0), np.zeros_like(c0)
    collected = []
    for s in range(t)[::-1]:
        dx, dh, dc, *parameters = lstm_step_backward(dh + dH[:, s], dc, x[:, s], *trace[s], W, U, b)
        collected.append((dx, *parameters))
    dx, dW, dU, db = zip(*collected)
    return np.stack(dx[::-1], 1), dh, dc, np.sum(dW, 0), np.sum(dU, 0), np.sum(db, 0)


def gru_step(x, h, W, U, b):
    k = h.shape[1]
    r, z, _ = blocks(x, h, W, U, b, 3)
    r, z = sig(r), sig(z)
    n = blocks(x, r * h, W, U, b, 3)[2]
    return np.tanh(n) + z * (h - np.tanh(n))


def gru_forward(x, h0, W, U, b):
    H = [h0]
    for s in range(x.shape[1]):
        H += [gru_step(x[:, s], H[-1], W, U, b)]
    return np.moveaxis(np.array(H[1:]), 0, 1)


def parameter_count(kind, input_size, hidden_size):
    try:
        gates = {"rnn": 1, "lstm": 4, "gru": 3}[kind]
    except KeyError as error:
        raise ValueError(kind) from error
    W = np.empty((input_size, gates * hidden_size))
    U = np.empty((hidden_size, gates * hidden_size))
    return W.size + U.size + gates * hidden_size


def cell_gradient(F):
    shifted = np.vstack([F[1:], np.ones((1, F.shape[1]))])
    return np.cumprod(shifted[::-1], axis=0)[::-1]
