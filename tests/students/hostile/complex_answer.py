"""The right real part with an imaginary part that a cast to float would throw away."""
import numpy as np


def smooth_idf(counts):
    documents, frequency = len(counts), (counts > 0).sum(axis=0)
    return np.log((1 + documents) / (1 + frequency)) + 1 + 5j
