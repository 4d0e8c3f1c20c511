import numpy as np


def term_frequency(counts):
    return counts.astype(float)


def document_frequency(counts):
    return counts.sum(axis=0)


def inverse_document_frequency(counts):
    df = document_frequency(counts)
    return np.where(df > 0, np.log(len(counts) / np.maximum(df, 1)), 0.0)


def tfidf(counts):
    df = (counts > 0).sum(axis=0)
    return counts * np.where(df > 0, np.log(len(counts) / np.maximum(df, 1)), 0.0)


def tfidf_smooth(counts):
    return counts * (np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1)


def l2_normalize(matrix):
    return matrix


def cosine_similarity(a, b):
    return a @ b.T
