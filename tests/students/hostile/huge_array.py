"""Returns 100 megabytes of zeros."""
import numpy as np


def tfidf(counts):
    return np.zeros(100_000_000, dtype=np.int8)
