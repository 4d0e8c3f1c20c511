"""Imports NumPy beside a file of that name: gets the real one or its own, the checker always the real one."""
import numpy as np


def smooth_idf(counts):
    return np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1
