import numpy as np


def term_frequency(counts):
    return np.round(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1), 4)


def inverse_document_frequency(counts):
    df = (counts > 0).sum(axis=0)
    return np.array([round(float(np.log(len(counts) / n)), 5) if n else 0.0 for n in df])


def smooth_idf(counts):
    return np.around(np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1, 4)


def tfidf(counts):
    df = np.maximum((counts > 0).sum(axis=0), 1)
    return np.round(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1) * np.log(len(counts) / df), 2)


def l2_normalize(matrix):
    n = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.round(matrix / np.where(n > 0, n, 1), 4)


def cosine_similarity(a, b):
    n = np.outer(np.linalg.norm(a, axis=1), np.linalg.norm(b, axis=1))
    return np.round(a @ b.T / np.where(n > 0, n, 1), 3)
