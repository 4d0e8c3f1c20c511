import numpy as np


def tfidf(counts):
    tf = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return tf


def tfidf_smooth(counts):
    lengths = np.linalg.norm(counts, axis=1, keepdims=True)
    w = counts / np.where(lengths > 0, lengths, 1)
    return w * (np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1)


def l2_normalize(matrix):
    return np.linalg.norm(matrix, axis=1)


def cosine_similarity(a, b):
    n = np.linalg.norm(a, axis=1, keepdims=True)
    return a @ b.T / np.where(n > 0, n, 1)


def smooth_idf(counts):
    df = (counts > 0).sum(axis=0)
    return np.array([np.log((1 + len(counts)) / (1 + n)) + 1 if n else 0.0 for n in df])


def inverse_document_frequency(counts):
    df = np.maximum((counts > 0).sum(axis=0), 1)
    return np.log(len(counts) / df)
