import numpy as np


def l2_normalize(matrix):
    n = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.abs(matrix) / np.where(n > 0, n, 1)


def cosine_similarity(a, b):
    n = np.outer(np.linalg.norm(a, axis=1), np.linalg.norm(b, axis=1))
    return np.clip(a @ b.T / np.where(n > 0, n, 1), 0, 1)
