"""Everything with plain loops over numbers."""

import math

import numpy as np


def rnn_step(x, h, W_xh, W_hh, b):
    n, d = x.shape
    k = len(b)
    result = np.zeros((n, k))
    for i in range(n):
        for j in range(k):
            total = b[j]
            for a in range(d):
                total += x[i, a] * W_xh[a, j]
            for a in range(k):
                total += h[i, a] * W_hh[a, j]
            result[i, j] = math.tanh(total)
    return result


def rnn_forward(x, h0, W_xh, W_hh, b):
    n, t, d = x.shape
    H = np.empty((n, t, len(b)))
    state = h0
    for s in range(t):
        state = rnn_step(x[:, s, :], state, W_xh, W_hh, b)
        H[:, s, :] = state
    return H


def rnn_readout(H, W_hy, b_y):
    n, t, k = H.shape
    o = W_hy.shape[1]
    Y = np.zeros((n, t, o))
    for i in range(n):
        for s in range(t):
            for j in range(o):
                Y[i, s, j] = b_y[j] + sum(H[i, s, a] * W_hy[a, j] for a in range(k))
    return Y


def rnn_step_backward(dh, x, h, W_xh, W_hh, b):
    new = rnn_step(x, h, W_xh, W_hh, b)
    n, d = x.shape
    k = len(b)
    dx, dh_prev = np.zeros((n, d)), np.zeros((n, k))
    dW_xh, dW_hh, db = np.zeros((d, k)), np.zeros((k, k)), np.zeros(k)
    for i in range(n):
        for j in range(k):
            da = dh[i, j] * (1 - new[i, j]) * (1 + new[i, j])
            db[j] += da
            for a in range(d):
                dx[i, a] += da * W_xh[a, j]
                dW_xh[a, j] += da * x[i, a]
            for a in range(k):
                dh_prev[i, a] += da * W_hh[a, j]
                dW_hh[a, j] += da * h[i, a]
    return dx, dh_prev, dW_xh, dW_hh, db


def rnn_backward(dH, x, h0, W_xh, W_hh, b):
    n, t, d = x.shape
    states = [h0]
    for s in range(t):
        states.append(rnn_step(x[:, s], states[s], W_xh, W_hh, b))
    dx = np.zeros(x.shape)
    dW_xh = np.zeros(W_xh.shape)
    dW_hh = np.zeros(W_hh.shape)
    db = np.zeros(b.shape)
    dh = np.zeros(h0.shape)
    s = t - 1
    while s >= 0:
        dx_s, dh, g1, g2, g3 = rnn_step_backward(dH[:, s] + dh, x[:, s], states[s], W_xh, W_hh, b)
        dx[:, s] = dx_s
        dW_xh += g1
        dW_hh += g2
        db += g3
        s -= 1
    return [dx, dh, dW_xh, dW_hh, db]


def jacobian_norms(H, W_hh):
    t, k = H.shape
    norms = []
    for s in range(t):
        product = np.eye(k)
        for i in range(t - 1 - s, t):  # from the earliest to the last step: new factors stand on the left
            J = np.zeros((k, k))
            for row in range(k):
                for column in range(k):
                    J[row, column] = (1 - H[i, row] ** 2) * W_hh[column, row]
            product = J.dot(product)
        norms.append(max(np.linalg.svd(product)[1]))
    return np.array(norms)


def clip_by_global_norm(gradients, max_norm):
    squares = 0.0
    for g in gradients:
        for number in g.flat:
            squares += float(number) * float(number)
    norm = math.sqrt(squares)
    result = []
    for g in gradients:
        copy = np.array(g)
        if norm > max_norm:
            for place in np.ndindex(copy.shape):
                copy[place] = copy[place] * max_norm / norm
        result.append(copy)
    return result
