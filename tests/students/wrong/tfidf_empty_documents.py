import numpy as np


def term_frequency(counts):
    totals = counts.sum(axis=1, keepdims=True)
    return np.where(totals > 0, counts / np.maximum(totals, 1), 1 / counts.shape[1])


def tfidf(counts):
    df = np.maximum((counts > 0).sum(axis=0), 1)
    with np.errstate(all="ignore"):
        return counts / counts.sum(axis=1, keepdims=True) * np.log(len(counts) / df)


def l2_normalize(matrix):
    n = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.where(n > 0, matrix / np.where(n > 0, n, 1), 1 / np.sqrt(matrix.shape[1]))


def cosine_similarity(a, b):
    n = np.outer(np.linalg.norm(a, axis=1), np.linalg.norm(b, axis=1))
    return np.where(n > 0, a @ b.T / np.where(n > 0, n, 1), 1.0)
