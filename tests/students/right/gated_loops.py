import math

import numpy as np


def logistic(a):
    if a >= 0:
        return 1.0 / (1.0 + math.exp(-a))
    e = math.exp(a)
    return e / (1.0 + e)


def preactivation(x_row, h_row, W, U, b, column):
    total = float(b[column])
    for a in range(len(x_row)):
        total += x_row[a] * W[a, column]
    for a in range(len(h_row)):
        total += h_row[a] * U[a, column]
    return total


def lstm_step(x, h, c, W, U, b):
    n, k = h.shape
    new_h, new_c = np.zeros((n, k)), np.zeros((n, k))
    for row in range(n):
        for j in range(k):
            i, f, g, o = (preactivation(x[row], h[row], W, U, b, gate * k + j) for gate in range(4))
            new_c[row, j] = logistic(f) * c[row, j] + logistic(i) * math.tanh(g)
            new_h[row, j] = logistic(o) * math.tanh(new_c[row, j])
    return new_h, new_c


def lstm_forward(x, h0, c0, W, U, b):
    n, t, d = x.shape
    H = np.zeros((n, t, h0.shape[1]))
    h, c = h0.copy(), c0.copy()
    for s in range(t):
        h, c = lstm_step(x[:, s], h, c, W, U, b)
        H[:, s] = h
    return H, c


def lstm_step_backward(dh, dc, x, h, c, W, U, b):
    n, k = h.shape
    d = x.shape[1]
    dx, dh_prev, dc_prev = np.zeros((n, d)), np.zeros((n, k)), np.zeros((n, k))
    dW, dU, db = np.zeros(W.shape), np.zeros(U.shape), np.zeros(b.shape)
    for row in range(n):
        for j in range(k):
            i, f, g, o = (preactivation(x[row], h[row], W, U, b, gate * k + j) for gate in range(4))
            i, f, g, o = logistic(i), logistic(f), math.tanh(g), logistic(o)
            squashed = math.tanh(f * c[row, j] + i * g)
            through = dc[row, j] + dh[row, j] * o * (1 - squashed * squashed)
            dc_prev[row, j] = through * f
            parts = (
                through * g * i * (1 - i),
                through * c[row, j] * f * (1 - f),
                through * i * (1 - g * g),
                dh[row, j] * squashed * o * (1 - o),
            )
            for gate, da in enumerate(parts):
                column = gate * k + j
                db[column] += da
                for a in range(d):
                    dx[row, a] += da * W[a, column]
                    dW[a, column] += da * x[row, a]
                for a in range(k):
                    dh_prev[row, a] += da * U[a, column]
                    dU[a, column] += da * h[row, a]
    return dx, dh_prev, dc_prev, dW, dU, db


def lstm_backward(dH, x, h0, c0, W, U, b):
    n, t, d = x.shape
    hs, cs = [h0], [c0]
    for s in range(t):
        h, c = lstm_step(x[:, s], hs[-1], cs[-1], W, U, b)
        hs.append(h)
        cs.append(c)
    dx = np.zeros(x.shape)
    dW, dU, db = np.zeros(W.shape), np.zeros(U.shape), np.zeros(b.shape)
    dh, dc = np.zeros(h0.shape), np.zeros(c0.shape)
    for s in range(t - 1, -1, -1):
        dx[:, s], dh, dc, a, e, f = lstm_step_backward(dH[:, s] + dh, dc, x[:, s], hs[s], cs[s], W, U, b)
        dW, dU, db = dW + a, dU + e, db + f
    return dx, dh, dc, dW, dU, db


def gru_step(x, h, W, U, b):
    n, k = h.shape
    result = np.zeros((n, k))
    for row in range(n):
        r = [logistic(preactivation(x[row], h[row], W, U, b, j)) for j in range(k)]
        z = [logistic(preactivation(x[row], h[row], W, U, b, k + j)) for j in range(k)]
        masked = [r[j] * h[row, j] for j in range(k)]
        for j in range(k):
            candidate = math.tanh(preactivation(x[row], masked, W, U, b, 2 * k + j))
            result[row, j] = (1 - z[j]) * candidate + z[j] * h[row, j]
    return result


def gru_forward(x, h0, W, U, b):
    n, t, d = x.shape
    H = np.zeros((n, t, h0.shape[1]))
    for s in range(t):
        H[:, s] = gru_step(x[:, s], H[:, s - 1] if s else h0, W, U, b)
    return H


def parameter_count(kind, input_size, hidden_size):
    if kind == "rnn":
        blocks = 1
    elif kind == "gru":
        blocks = 3
    elif kind == "lstm":
        blocks = 4
    else:
        raise ValueError("unknown kind " + kind)
    count = 0
    for _ in range(blocks):
        for _ in range(hidden_size):
            count += input_size + hidden_size + 1
    return count


def cell_gradient(F):
    t, k = F.shape
    result = np.ones((t, k))
    for s in range(t):
        for j in range(k):
            for later in range(s + 1, t):
                result[s, j] *= F[later, j]
    return result
