"""The right answer rounded to 11 bits."""
import numpy as np


def smooth_idf(counts):
    return (np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1).astype(np.float16)
