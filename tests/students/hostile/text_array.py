"""The right counts as an array of strings, and dates where numbers should be."""
import numpy as np


def document_frequency(counts):
    return (counts > 0).sum(axis=0).astype("U8")


def smooth_idf(counts):
    return np.zeros(counts.shape[1], dtype="datetime64[s]")
