import numpy as np


def split_heads(X, heads):
    if X.shape[1] % heads:
        raise ValueError
    return np.array([X[:, h::heads] for h in range(heads)])


def merge_heads(X):
    heads, t, k = X.shape
    Y = np.zeros((t, heads * k))
    for h in range(heads):
        Y[:, h::heads] = X[h]
    return Y
