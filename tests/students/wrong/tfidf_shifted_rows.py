import numpy as np


def l2_normalize(matrix):
    m = matrix - matrix.mean(axis=1, keepdims=True)
    n = m.std(axis=1, keepdims=True)
    return np.divide(m, n, out=np.zeros_like(m), where=n > 0)


def cosine_similarity(a, b):
    return np.nan_to_num(np.corrcoef(a, b)[: len(a), len(a) :])


def document_frequency(counts):
    return (counts > 1).sum(axis=0)
