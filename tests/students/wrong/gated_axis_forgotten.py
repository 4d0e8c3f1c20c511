"""The blocks are cut along the examples, which do not divide by four; the cell starts from zeros."""

import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def step(a, c):
    i, f, g, o = np.hsplit(a, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c


def lstm_step(x, h, c, W, U, b):
    i, f, g, o = np.split(x @ W + h @ U + b, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c


def lstm_forward(x, h0, c0, W, U, b):
    h, c, states = h0, np.zeros_like(h0), []
    for t in range(x.shape[1]):
        h, c = step(x[:, t] @ W + h @ U + b, c)
        states.append(h)
    return np.stack(states, axis=1), c
