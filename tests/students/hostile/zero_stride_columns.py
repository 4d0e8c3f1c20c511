"""A view of 2**60 entries by sliding windows."""
import numpy as np


def tfidf(counts):
    return np.lib.stride_tricks.as_strided(np.zeros(1), shape=(1 << 30, 1 << 30), strides=(0, 0))
