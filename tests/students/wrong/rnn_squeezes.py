"""Right but for batches of one and sequences of one step, where axes are lost."""

import numpy as np


def rnn_step(x, h, W_xh, W_hh, b):
    return np.squeeze(np.tanh(x @ W_xh + h @ W_hh + b))


def rnn_forward(x, h0, W_xh, W_hh, b):
    h, H = h0, []
    for s in range(x.shape[1]):
        h = np.tanh(x[:, s] @ W_xh + h @ W_hh + b)
        H.append(h)
    return np.stack(H, axis=1).squeeze()


def rnn_readout(H, W_hy, b_y):
    return (H @ W_hy + b_y).squeeze()


def rnn_step_backward(dh, x, h, W_xh, W_hh, b):
    new = np.tanh(x @ W_xh + h @ W_hh + b)
    da = dh * (1 - new**2)
    dx, dh_prev = da @ W_xh.T, da @ W_hh.T
    if len(x) == 1:
        dx, dh_prev = dx[0], dh_prev[0]
    return dx, dh_prev, x.T @ da, h.T @ da, da.sum(0)


def rnn_backward(dH, x, h0, W_xh, W_hh, b):
    H = [h0]
    for s in range(x.shape[1]):
        H.append(np.tanh(x[:, s] @ W_xh + H[-1] @ W_hh + b))
    dx, dWx, dWh, db = np.zeros_like(x), np.zeros_like(W_xh), np.zeros_like(W_hh), np.zeros_like(b)
    dh = np.zeros_like(h0)
    for s in range(x.shape[1] - 1, -1, -1):
        da = (dH[:, s] + dh) * (1 - H[s + 1] ** 2)
        dx[:, s], dh = da @ W_xh.T, da @ W_hh.T
        dWx += x[:, s].T @ da
        dWh += H[s].T @ da
        db += da.sum(0)
    return tuple(map(np.squeeze, (dx, dh, dWx, dWh, db)))


def jacobian_norms(H, W_hh):
    J, norms = np.eye(len(W_hh)), []
    for s in range(len(H)):
        h = H[len(H) - 1 - s : len(H) - s]
        J = J @ np.diag(np.squeeze(1 - h**2)) @ W_hh.T
        norms.append(np.linalg.norm(J, 2))
    return np.array(norms)


def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.vdot(g, g) for g in gradients))
    unit = [g / norm for g in gradients]
    return [u * min(norm, max_norm) for u in unit]
