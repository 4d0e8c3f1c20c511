import numpy as np


def term_frequency(counts):
    return np.squeeze(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1))


def document_frequency(counts):
    return np.squeeze(np.sum(counts > 0, axis=0))


def inverse_document_frequency(counts):
    df = (counts > 0).sum(axis=0, keepdims=True)
    return np.where(df > 0, np.log(len(counts) / np.maximum(df, 1)), 0.0).squeeze()


def smooth_idf(counts):
    df = (counts > 0).sum(axis=0, keepdims=True)
    return (np.log((1 + len(counts)) / (1 + df)) + 1).squeeze()


def tfidf(counts):
    return (term_frequency(counts) * inverse_document_frequency(counts)).squeeze()


def tfidf_smooth(counts):
    w = counts * smooth_idf(counts)
    n = np.linalg.norm(w, axis=1, keepdims=True)
    return (w / np.where(n > 0, n, 1)).squeeze()


def l2_normalize(matrix):
    n = np.linalg.norm(matrix, axis=1, keepdims=True)
    return (matrix / np.where(n > 0, n, 1)).squeeze()


def cosine_similarity(a, b):
    n = np.outer(np.linalg.norm(a, axis=1), np.linalg.norm(b, axis=1))
    return (a @ b.T / np.where(n > 0, n, 1)).squeeze()
