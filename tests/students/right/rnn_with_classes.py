from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np


class Gradients(NamedTuple):
    dx: np.ndarray
    dh: np.ndarray
    dW_xh: np.ndarray
    dW_hh: np.ndarray
    db: np.ndarray


@dataclass
class Cell:
    W_xh: np.ndarray
    W_hh: np.ndarray
    b: np.ndarray
    tape: list = field(default_factory=list)

    @property
    def stacked(self) -> np.ndarray:
        return np.vstack([self.W_xh, self.W_hh, self.b])

    def __call__(self, x, h):
        joined = np.hstack([x, h, np.ones((len(x), 1))])
        new = np.tanh(joined @ self.stacked)
        self.tape.append((joined, new))
        return new

    def back(self, dh):
        """Gradient of what was joined, and of the stacked weights."""
        joined, new = self.tape.pop()
        da = dh - dh * new * new
        return da @ self.stacked.T, joined.T @ da


def rnn_step(x, h, W_xh, W_hh, b):
    return Cell(W_xh, W_hh, b)(x, h)


def rnn_forward(x, h0, W_xh, W_hh, b):
    cell, h = Cell(W_xh, W_hh, b), h0
    return np.stack([h := cell(x[:, s], h) for s in range(x.shape[1])], 1)


def rnn_readout(H, W_hy, b_y):
    n, t, k = H.shape
    return (H.reshape(n * t, k) @ W_hy + b_y).reshape(n, t, -1)


def rnn_backward(dH, x, h0, W_xh, W_hh, b):
    d, k = W_xh.shape
    cell, h = Cell(W_xh, W_hh, b), h0
    for x_s in np.rollaxis(x, 1):
        h = cell(x_s, h)
    from_later, total, dx = 0.0, 0.0, []
    for dH_s in np.rollaxis(dH, 1)[::-1]:
        joined, stacked = cell.back(dH_s + from_later)
        from_later = joined[:, d : d + k]
        dx.insert(0, joined[:, :d])
        total = total + stacked
    return Gradients(np.stack(dx, 1), from_later, total[:d], total[d : d + k], total[d + k])


def rnn_step_backward(dh, x, h, W_xh, W_hh, b):
    whole = rnn_backward(dh[:, None], x[:, None], h, W_xh, W_hh, b)
    return (whole.dx[:, 0], *whole[1:])


def jacobian_norms(H, W_hh):
    def products():
        so_far = None
        for h in reversed(H):
            J = (W_hh * (1 - h**2)).T
            so_far = J if so_far is None else so_far @ J
            yield so_far

    return np.fromiter((np.linalg.svd(J, compute_uv=False).max() for J in products()), dtype=float)


class Clipper:
    def __init__(self, max_norm):
        self.max_norm = max_norm

    def norm(self, gradients):
        return np.linalg.norm([np.linalg.norm(g.ravel()) for g in gradients])

    def __call__(self, gradients):
        norm = self.norm(gradients)
        return [g if norm <= self.max_norm else g / norm * self.max_norm for g in gradients]


def clip_by_global_norm(gradients, max_norm):
    return Clipper(max_norm)(gradients)
