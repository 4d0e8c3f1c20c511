"""The numbers are right, but the caller's arrays are changed."""

import numpy as np


def rnn_step(x, h, W_xh, W_hh, b):
    h[...] = np.tanh(x @ W_xh + h @ W_hh + b)
    return h


def rnn_backward(dH, x, h0, W_xh, W_hh, b):
    H = [h0]
    for s in range(x.shape[1]):
        H.append(np.tanh(x[:, s] @ W_xh + H[-1] @ W_hh + b))
    dx, dWx, dWh, db = np.zeros_like(x), np.zeros_like(W_xh), np.zeros_like(W_hh), np.zeros_like(b)
    for s in range(x.shape[1] - 1, -1, -1):
        da = dH[:, s] * (1 - H[s + 1] ** 2)
        dx[:, s], dh = da @ W_xh.T, da @ W_hh.T
        if s > 0:
            dH[:, s - 1] += dh
        dWx += x[:, s].T @ da
        dWh += H[s].T @ da
        db += da.sum(0)
    return dx, dh, dWx, dWh, db


def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in gradients))
    if norm > max_norm:
        for g in gradients:
            g *= max_norm / norm
    return gradients
