from math import log2

import numpy as np


def inverse_document_frequency(counts):
    N = len(counts)
    return np.array([log2(N / n) if n else 0.0 for n in (counts > 0).sum(axis=0)])


def smooth_idf(counts):
    N = len(counts)
    return np.array([log2((1 + N) / (1 + n)) + 1 for n in (counts > 0).sum(axis=0)])


def tfidf(counts):
    """Raw counts and log2, as in gensim."""
    return counts * inverse_document_frequency(counts)


def tfidf_smooth(counts):
    w = counts * smooth_idf(counts)
    return np.array([row / (np.linalg.norm(row) or 1) for row in w])
