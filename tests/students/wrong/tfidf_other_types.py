import numpy as np
import torch


def term_frequency(counts):
    return np.matrix(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1))


def document_frequency(counts):
    return {j: int(n) for j, n in enumerate((counts > 0).sum(axis=0))}


def smooth_idf(counts):
    df = torch.tensor((counts > 0).sum(axis=0))
    return torch.log((1 + len(counts)) / (1 + df).double()) + 1


def l2_normalize(matrix):
    n = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.ma.masked_invalid(matrix / np.where(n > 0, n, 1))


def inverse_document_frequency(counts):
    N = len(counts)
    return (float(np.log(N / n)) if n else 0.0 for n in (counts > 0).sum(axis=0))


def cosine_similarity(a, b):
    print(a @ b.T / np.outer(np.linalg.norm(a, axis=1), np.linalg.norm(b, axis=1)))
