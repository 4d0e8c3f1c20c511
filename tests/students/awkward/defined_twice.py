"""A first try that was wrong, and the second that stands."""
import numpy as np


def smooth_idf(counts):
    return np.zeros(1)


def smooth_idf(counts):  # noqa: F811
    return np.log((1 + counts.shape[0]) / (1 + np.count_nonzero(counts, axis=0))) + 1
