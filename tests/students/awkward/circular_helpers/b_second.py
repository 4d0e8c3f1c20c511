"""Imports the module that imports it, where it is needed."""
import numpy as np


def smooth_idf(counts):
    import a_first

    assert a_first.weights
    return np.log((1 + len(counts)) / (1 + (counts > 0).sum(0))) + 1
