import numpy as np


def inverse_document_frequency(counts):
    df = np.maximum((counts > 0).sum(axis=0), 1)
    return np.log(len(counts)) / df * (counts > 0).any(axis=0)


def smooth_idf(counts):
    df = (counts > 0).sum(axis=0)
    return np.log(1 + len(counts)) / (1 + df) + 1


def cosine_similarity(a, b):
    x = np.linalg.norm(a, axis=1, keepdims=True)
    y = np.linalg.norm(b, axis=1)
    return a @ b.T / np.where(x > 0, x, 1) * y
