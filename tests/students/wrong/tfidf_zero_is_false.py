import math

import numpy as np


def inverse_document_frequency(counts):
    df = (counts > 0).sum(axis=0)
    return np.array([math.log(len(counts) / n) or 1.0 if n else 0.0 for n in df])


def tfidf(counts):
    idf = inverse_document_frequency(counts)
    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1) * idf


def tfidf_smooth(counts):
    counts = counts[:, counts.any(axis=0)]
    w = counts * (np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1)
    n = np.linalg.norm(w, axis=1, keepdims=True)
    return w / np.where(n > 0, n, 1)
