"""No entries at all, but an axis of 2**60: a product of the other axes overflows."""
import numpy as np


def tfidf(counts):
    return np.zeros((0, 1 << 60), dtype=np.int8)
