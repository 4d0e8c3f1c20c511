"""Cells as objects that remember what they need on the way back."""

from abc import ABC, abstractmethod
from enum import Enum

import numpy as np


def sigmoid(a):
    return np.where(a >= 0, 1 / (1 + np.exp(-np.abs(a))), np.exp(-np.abs(a)) / (1 + np.exp(-np.abs(a))))


class Cell(ABC):
    gates: str

    def __init__(self, W, U, b):
        self.W = dict(zip(self.gates, np.hsplit(W, len(self.gates))))
        self.U = dict(zip(self.gates, np.hsplit(U, len(self.gates))))
        self.b = dict(zip(self.gates, np.split(b, len(self.gates))))

    def gate(self, name, x, h, squash):
        return squash(x @ self.W[name] + h @ self.U[name] + self.b[name])

    @abstractmethod
    def step(self, x, *state): ...


class LSTM(Cell):
    gates = "ifgo"

    def step(self, x, h, c):
        i, f, o = (self.gate(name, x, h, sigmoid) for name in "ifo")
        g = self.gate("g", x, h, np.tanh)
        new = f * c + i * g
        self.memory = i, f, g, o, x, h, c, new
        return o * np.tanh(new), new

    def back(self, dh, dc):
        i, f, g, o, x, h, c, new = self.memory
        dc = dc + dh * o / np.cosh(new) ** 2
        wanted = {
            "i": dc * g * i * (1 - i),
            "f": dc * c * f * (1 - f),
            "g": dc * i * (1 - g * g),
            "o": dh * np.tanh(new) * o * (1 - o),
        }
        dx = sum(da @ self.W[name].T for name, da in wanted.items())
        dh = sum(da @ self.U[name].T for name, da in wanted.items())
        da = np.hstack([wanted[name] for name in self.gates])
        return dx, dh, dc * f, x.T @ da, h.T @ da, np.ones(len(x)) @ da


class GRU(Cell):
    gates = "rzn"

    def step(self, x, h):
        r, z = self.gate("r", x, h, sigmoid), self.gate("z", x, h, sigmoid)
        return z * h + (1 - z) * self.gate("n", x, r * h, np.tanh)


def lstm_step(x, h, c, W, U, b):
    return LSTM(W, U, b).step(x, h, c)


def lstm_forward(x, h0, c0, W, U, b):
    cell, state, H = LSTM(W, U, b), (h0, c0), []
    for x_s in x.transpose(1, 0, 2):
        state = cell.step(x_s, *state)
        H.append(state[0][:, None, :])
    return np.concatenate(H, axis=1), state[1]


def lstm_step_backward(dh, dc, x, h, c, W, U, b):
    cell = LSTM(W, U, b)
    cell.step(x, h, c)
    return cell.back(dh, dc)


def lstm_backward(dH, x, h0, c0, W, U, b):
    cells, state = [], (h0, c0)
    for s in range(x.shape[1]):
        cells.append(LSTM(W, U, b))
        state = cells[-1].step(x[:, s], *state)
    dh, dc, dx, total = 0, 0, [], [0, 0, 0]
    while cells:
        s = len(cells) - 1
        dx_s, dh, dc, *own = cells.pop().back(dH[:, s] + dh, dc)
        dx.append(dx_s)
        total = [a + b for a, b in zip(total, own)]
    return np.stack(dx[::-1], axis=1), dh, dc, *total


def gru_step(x, h, W, U, b):
    return GRU(W, U, b).step(x, h)


def gru_forward(x, h0, W, U, b):
    from itertools import accumulate

    cell = GRU(W, U, b)
    states = list(accumulate(x.transpose(1, 0, 2), lambda h, x_s: cell.step(x_s, h), initial=h0))
    return np.stack(states[1:], axis=1)


class Kind(Enum):
    rnn = 1
    gru = 3
    lstm = 4


def parameter_count(kind, input_size, hidden_size):
    found = [one.value for one in Kind if one.name == kind]
    if not found:
        raise ValueError("kind=" + kind)
    return found[0] * hidden_size * (input_size + hidden_size + 1)


def cell_gradient(F):
    return np.array([np.prod(F[s + 1 :], axis=0) for s in range(len(F))])
