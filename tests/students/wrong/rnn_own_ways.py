"""Mistakes that no list has."""

import numpy as np


def rnn_step(x, h, W_xh, W_hh, b):
    a = x @ W_xh + h @ W_hh + b
    return a - a**3 / 3 + 2 * a**5 / 15  # a Taylor series is no tanh


def rnn_forward(x, h0, W_xh, W_hh, b):
    h, H = h0, []
    for s in range(x.shape[1]):
        h = 0.9 * np.tanh(x[:, s] @ W_xh + h @ W_hh + b) + 0.1 * h
        H.append(h)
    return np.stack(H, axis=1)


def rnn_readout(H, W_hy, b_y):
    return [[h @ W_hy + b_y for h in row] for row in H]


def rnn_step_backward(dh, x, h, W_xh, W_hh, b):
    """Finite differences that are too coarse."""

    def loss(*arguments):
        x, h, W_xh, W_hh, b = arguments
        return (dh * np.tanh(x @ W_xh + h @ W_hh + b)).sum()

    arguments = [x, h, W_xh, W_hh, b]
    gradients = []
    for place, argument in enumerate(arguments):
        gradient = np.zeros_like(argument)
        for index in np.ndindex(argument.shape):
            moved = [one.copy() for one in arguments]
            moved[place][index] += 1e-3
            gradient[index] = (loss(*moved) - loss(*arguments)) / 1e-3
        gradients.append(gradient)
    return tuple(gradients)


def jacobian_norms(H, W_hh):
    J, norms = np.eye(len(W_hh)), []
    for h in H[::-1]:
        J = J @ np.diag(1 - h**2) @ W_hh.T
        v = np.ones(len(J))
        for _ in range(3):  # power iteration that stops too soon
            v = J.T @ (J @ v)
            v /= np.linalg.norm(v)
        norms.append(np.linalg.norm(J @ v))
    return np.array(norms)


def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in gradients))
    return [g * max_norm / max(norm, max_norm, 1.0) for g in gradients]
