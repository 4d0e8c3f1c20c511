import numpy as np


def smooth_idf(counts):
    return np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0)))


def tfidf(counts):
    """Deep-ML: relative frequencies times the smooth idf."""
    tf = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return tf * (smooth_idf(counts) + 1)


def tfidf_smooth(counts):
    w = counts * smooth_idf(counts)
    n = np.linalg.norm(w, axis=1, keepdims=True)
    return w / np.where(n > 0, n, 1)
