import numpy as np


def term_frequency(counts):
    return counts / counts.shape[1]


def tfidf(counts):
    df = (counts > 0).sum(axis=0)
    tf = counts / np.maximum(counts.max(axis=1, keepdims=True), 1)
    return tf * np.where(df > 0, np.log(len(counts) / np.maximum(df, 1)), 0.0)


def tfidf_smooth(counts):
    w = counts * (np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1)
    return w / np.maximum(w.sum(axis=1, keepdims=True), 1e-300)


def l2_normalize(matrix):
    n = np.abs(matrix).sum(axis=1, keepdims=True)
    return matrix / np.where(n > 0, n, 1)
