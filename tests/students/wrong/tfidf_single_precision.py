import numpy as np


def term_frequency(counts):
    c = counts.astype(np.float32)
    return c / np.maximum(c.sum(axis=1, keepdims=True), 1)


def inverse_document_frequency(counts):
    df = (counts > 0).sum(axis=0)
    return np.where(df > 0, np.log(np.float32(len(counts)) / np.maximum(df, 1).astype(np.float32)), 0)


def smooth_idf(counts):
    df = (counts > 0).sum(axis=0)
    return (np.log((1 + len(counts)) / (1 + df)) + 1).astype("float32")


def tfidf(counts):
    return term_frequency(counts) * inverse_document_frequency(counts)


def tfidf_smooth(counts):
    return l2_normalize(counts * smooth_idf(counts))


def l2_normalize(matrix):
    matrix = matrix.astype(np.float32)
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    norms[norms == 0] = 1
    return matrix / norms


def cosine_similarity(a, b):
    return l2_normalize(a) @ l2_normalize(b).T
