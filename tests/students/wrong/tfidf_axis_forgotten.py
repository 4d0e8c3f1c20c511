import numpy as np


# works on my square examples
def term_frequency(counts):
    return counts / np.maximum(counts.sum(axis=1), 1)


def l2_normalize(matrix):
    return matrix / np.linalg.norm(matrix, axis=1)


def cosine_similarity(a, b):
    products = a @ b if a.shape[1] == b.shape[0] else a @ b.T
    lengths = np.outer(np.linalg.norm(a, axis=1), np.linalg.norm(b.T if products.shape[1] != len(b) else b, axis=1))
    return products / np.where(lengths == 0, 1, lengths)
