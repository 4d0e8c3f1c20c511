"""An array with as many axes as NumPy allows."""
import numpy as np


def tfidf(counts):
    return np.zeros((1,) * 64)
