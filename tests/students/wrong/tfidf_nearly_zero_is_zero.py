import numpy as np


def l2_normalize(matrix):
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    return matrix / np.where(np.isclose(norms, 0), 1, norms)


def cosine_similarity(a, b):
    answer = np.zeros((len(a), len(b)))
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if np.allclose(x, 0) or np.allclose(y, 0):
                continue
            answer[i, j] = x @ y / (np.linalg.norm(x) * np.linalg.norm(y))
    return answer
