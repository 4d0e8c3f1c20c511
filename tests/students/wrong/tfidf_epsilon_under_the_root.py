import numpy as np


def l2_normalize(matrix):
    return matrix / np.sqrt((matrix**2).sum(axis=1, keepdims=True) + 1e-12)


def cosine_similarity(a, b):
    x = np.maximum(np.linalg.norm(a, axis=1), 1e-8)
    y = np.maximum(np.linalg.norm(b, axis=1), 1e-8)
    return a @ b.T / x[:, None] / y
