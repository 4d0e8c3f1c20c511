from dataclasses import dataclass
from functools import cached_property

import numpy as np


class Softmax:
    def __init__(self, P=None):
        self.P = P

    def __call__(self, z, keep=None):
        """С маской keep: только разрешённые числа делят единицу, пустая строка остаётся нулевой."""
        keep = np.ones(z.shape, dtype=bool) if keep is None else keep
        top = np.max(z, axis=-1, keepdims=True, where=keep, initial=-1e300)
        e = np.zeros(z.shape)
        np.exp(z - top, out=e, where=keep)
        total = np.sum(e, axis=-1, keepdims=True)
        total[total == 0] = 1
        self.P = e / total
        return self.P

    def backward(self, dP):
        out = np.empty_like(self.P)
        for place in np.ndindex(self.P.shape[:-1]):
            p = self.P[place]
            out[place] = (np.diag(p) - np.outer(p, p)) @ dP[place]
        return out


@dataclass
class Attention:
    Q: np.ndarray
    K: np.ndarray
    V: np.ndarray = None
    mask: np.ndarray = None

    @staticmethod
    def project(X, *matrices):
        return tuple((W.T @ X.T).T for W in matrices)

    @cached_property
    def scale(self):
        return self.K.shape[-1] ** -0.5

    @cached_property
    def scores(self):
        return np.dot(self.Q, self.K.T) * self.scale

    @cached_property
    def weights(self):
        return Softmax()(self.scores, self.mask)

    def forward(self):
        return np.dot(self.weights, self.V)

    def backward(self, dO):
        dS = Softmax(self.weights).backward(np.dot(dO, self.V.T))
        return np.dot(dS, self.K) * self.scale, np.dot(dS.T, self.Q) * self.scale, np.dot(self.weights.T, dO)


@dataclass
class Mask:
    table: np.ndarray

    @classmethod
    def causal(cls, size):
        table = np.zeros((size, size), dtype=bool)
        table[np.tril_indices(size)] = True
        return cls(table)

    @classmethod
    def padding(cls, lengths, size):
        table = np.zeros((len(lengths), size), dtype=bool)
        for row, length in zip(table, lengths):
            row[:length] = True
        return cls(table)

    def __and__(self, padding):
        return Mask(np.stack([np.logical_and(self.table, row) for row in padding.table]))


@dataclass
class Heads:
    number: int

    def split(self, X):
        width, rest = divmod(X.shape[1], self.number)
        if rest:
            raise ValueError(f"{X.shape[1]} столбцов не делятся на {self.number}")
        return np.array([X[:, start:start + width] for start in range(0, X.shape[1], width)])

    def merge(self, X):
        return np.hstack(list(X))

    def attend(self, X, matrices, mask):
        parts = zip(*(self.split(X @ W) for W in matrices))
        return self.merge([Attention(Q, K, V, mask).forward() for Q, K, V in parts])
