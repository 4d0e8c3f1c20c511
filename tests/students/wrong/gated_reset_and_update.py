"""The GRU of PyTorch in the step, the other reading of z in the sequence."""

import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def gru_step(x, h, W, U, b):
    xr, xz, xn = np.split(x @ W, 3, axis=1)
    hr, hz, hn = np.split(h @ U, 3, axis=1)
    br, bz, bn = np.split(b, 3)
    r, z = sigmoid(xr + hr + br), sigmoid(xz + hz + bz)
    return (1 - z) * np.tanh(xn + r * hn + bn) + z * h


def gru_forward(x, h0, W, U, b):
    Wr, Wz, Wn = np.split(W, 3, 1)
    Ur, Uz, Un = np.split(U, 3, 1)
    br, bz, bn = np.split(b, 3)
    h, H = h0, []
    for s in range(x.shape[1]):
        r = sigmoid(x[:, s] @ Wr + h @ Ur + br)
        z = sigmoid(x[:, s] @ Wz + h @ Uz + bz)
        n = np.tanh(x[:, s] @ Wn + (r * h) @ Un + bn)
        h = z * n + (1 - z) * h
        H.append(h)
    return np.stack(H, axis=1)
