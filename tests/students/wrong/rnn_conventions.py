"""Right formulas in other conventions: weights (out, in), min-char-rnn clipping, PyTorch's epsilon."""

import numpy as np


def rnn_step(x, h, W_xh, W_hh, b):
    return np.tanh(x @ W_xh + h @ W_hh.T + b)


def rnn_forward(x, h0, W_xh, W_hh, b):
    T = []
    h = h0
    for s in range(x.shape[1]):
        h = np.tanh(x[:, s] @ W_xh + h @ W_hh + b)
        T.append(h)
    return np.array(T)


def rnn_readout(H, W_hy, b_y):
    logits = H @ W_hy + b_y
    logits = logits - logits.max(axis=-1, keepdims=True)
    return np.exp(logits) / np.exp(logits).sum(axis=-1, keepdims=True)


def rnn_step_backward(dh, x, h, W_xh, W_hh, b):
    n = x.shape[0]
    new = np.tanh(x @ W_xh + h @ W_hh + b)
    da = dh * (1 - new * new)
    return da @ W_xh.T, da @ W_hh.T, x.T @ da / n, h.T @ da / n, da.mean(axis=0)


def rnn_backward(dH, x, h0, W_xh, W_hh, b):
    hs = [h0]
    for s in range(x.shape[1]):
        hs.append(np.tanh(x[:, s] @ W_xh + hs[-1] @ W_hh + b))
    dx = np.zeros_like(x)
    dWx, dWh, db = np.zeros_like(W_xh), np.zeros_like(W_hh), np.zeros_like(b)
    dhnext = np.zeros_like(h0)
    for s in reversed(range(x.shape[1])):
        da = (dH[:, s] + dhnext) * (1 - hs[s + 1] ** 2)
        db += da.sum(0)
        dWx += x[:, s].T @ da
        dWh += hs[s].T @ da
        dx[:, s] = da @ W_xh.T
        dhnext = da @ W_hh.T
    for g in (dWx, dWh, db):
        np.clip(g, -5, 5, out=g)
    return dx, dhnext, dWx, dWh, db


def jacobian_norms(H, W_hh):
    norms, J = [], np.eye(len(W_hh))
    for h in reversed(H):
        norms.append(np.linalg.norm(J, 2))
        J = J @ (np.diag(1 - h**2) @ W_hh.T)
    return np.array(norms)


def clip_by_global_norm(gradients, max_norm):
    total = np.sqrt(sum((g**2).sum() for g in gradients))
    coefficient = min(max_norm / (total + 1e-6), 1.0)
    return [g * coefficient for g in gradients]
