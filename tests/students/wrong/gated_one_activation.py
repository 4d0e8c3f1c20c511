"""All four blocks go through the logistic function, the candidate too."""

import numpy as np


def lstm_step(x, h, c, W, U, b):
    i, f, g, o = np.hsplit(1 / (1 + np.exp(-(x @ W + h @ U + b))), 4)
    c = f * c + i * g
    return o * np.tanh(c), c
