import numpy as np


def term_frequency(counts):
    return counts / np.maximum(counts.sum(axis=0), 1)


def document_frequency(counts):
    return (counts > 0).sum(axis=1)


def smooth_idf(counts):
    return np.log((1 + counts.shape[1]) / (1 + (counts > 0).sum(axis=0))) + 1


def tfidf_smooth(counts):
    w = counts * (np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1)
    n = np.linalg.norm(w, axis=0)
    return w / np.where(n > 0, n, 1)


def l2_normalize(matrix):
    n = np.linalg.norm(matrix, axis=0, keepdims=True)
    return matrix / np.where(n > 0, n, 1)


def cosine_similarity(a, b):
    n = np.outer(np.linalg.norm(b, axis=1), np.linalg.norm(a, axis=1))
    return b @ a.T / np.where(n > 0, n, 1)
