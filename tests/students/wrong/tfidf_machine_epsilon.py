import numpy as np

eps = np.finfo(float).eps


def l2_normalize(matrix):
    return matrix / (np.sqrt((matrix * matrix).sum(axis=1, keepdims=True)) + eps)


def cosine_similarity(a, b):
    return l2_normalize(a) @ l2_normalize(b).T
