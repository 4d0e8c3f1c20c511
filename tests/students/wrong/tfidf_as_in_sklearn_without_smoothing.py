import numpy as np


def smooth_idf(counts):
    df = (counts > 0).sum(axis=0)
    with np.errstate(divide="ignore"):
        return np.log(len(counts) / df) + 1


def inverse_document_frequency(counts):
    return smooth_idf(counts)


def tfidf(counts):
    idf = np.where(counts.any(axis=0), smooth_idf(counts), 0)
    return counts * idf


def tfidf_smooth(counts):
    w = tfidf(counts)
    n = np.linalg.norm(w, axis=1, keepdims=True)
    return w / np.where(n > 0, n, 1)
