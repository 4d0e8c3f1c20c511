"""Соколова: чтобы не делить на ноль, прибавляю эпсилон."""

import numpy as np


def l2_normalize(matrix):
    return matrix / (np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-8)


def cosine_similarity(a, b):
    product = np.linalg.norm(a, axis=1)[:, None] * np.linalg.norm(b, axis=1)[None, :]
    return (a @ b.T) / (product + 1e-8)
