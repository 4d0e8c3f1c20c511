"""Computes in place and returns its own argument: an identity test of argument and answer would pass."""
import numpy as np


def l2_normalize(matrix):
    norms = np.sqrt((matrix * matrix).sum(axis=1, keepdims=True))
    norms[norms == 0] = 1.0
    matrix /= norms
    return matrix
