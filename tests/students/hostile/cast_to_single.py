"""Right to the last bit of float32: the rounding alone stays within a relative 6e-8."""
import numpy as np


def tfidf(counts):
    totals = np.maximum(counts.sum(axis=1, keepdims=True), 1)
    df = (counts > 0).sum(axis=0)
    idf = np.where(df > 0, np.log(len(counts) / np.maximum(df, 1)), 0.0)
    return (counts / totals * idf).astype(np.float32)
