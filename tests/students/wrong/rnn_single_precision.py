"""Computed in float32."""

import numpy as np


def f(*arrays):
    return [a.astype(np.float32) for a in arrays]


def rnn_step(x, h, W_xh, W_hh, b):
    x, h, W_xh, W_hh, b = f(x, h, W_xh, W_hh, b)
    return np.tanh(x @ W_xh + h @ W_hh + b)


def rnn_readout(H, W_hy, b_y):
    return (H @ W_hy + b_y).astype(np.float32)


def clip_by_global_norm(gradients, max_norm):
    gradients = f(*gradients)
    norm = np.sqrt(sum((g**2).sum() for g in gradients))
    return [g * np.float32(min(1.0, max_norm / norm)) if norm > 0 else g for g in gradients]


def jacobian_norms(H, W_hh):
    H, W_hh = f(H, W_hh)
    J, norms = np.eye(len(W_hh), dtype=np.float32), []
    for h in H[::-1]:
        J = J @ (np.diag(1 - h**2) @ W_hh.T)
        norms.append(np.linalg.norm(J, 2))
    return np.array(norms, dtype=float)
