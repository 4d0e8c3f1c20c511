"""Hostile: returns an array that says it is equal to anything."""

import numpy as np


class Equal(np.ndarray):
    def __eq__(self, other):
        return np.ones(self.shape, dtype=bool)

    def __array_ufunc__(self, *args, **kwargs):
        return np.float64(0.0)


def tfidf(counts):
    return np.zeros(counts.shape).view(Equal)
