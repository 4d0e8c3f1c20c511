"""Новикова: нормирует на месте и портит чужую матрицу."""

import numpy as np


def l2_normalize(matrix):
    for row in matrix:
        length = np.sqrt(row @ row)
        if length > 0:
            row /= length
    return matrix
