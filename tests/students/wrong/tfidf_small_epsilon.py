import numpy as np

EPS = 1e-12


def inverse_document_frequency(counts):
    df = (counts > 0).sum(axis=0)
    return np.log(len(counts) / (df + EPS))


def l2_normalize(matrix):
    return matrix / (np.linalg.norm(matrix, axis=1, keepdims=True) + EPS)


def cosine_similarity(a, b):
    lengths = np.outer(np.linalg.norm(a, axis=1), np.linalg.norm(b, axis=1))
    return a @ b.T / (lengths + 1e-10)
