import numpy as np


def term_frequency(counts):
    with np.errstate(divide="ignore"):
        return np.where(counts > 0, 1 + np.log(counts), 0)


def tfidf(counts):
    df = np.maximum((counts > 0).sum(axis=0), 1)
    return term_frequency(counts) * np.log(len(counts) / df)


def tfidf_smooth(counts):
    w = term_frequency(counts) * (np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1)
    n = np.linalg.norm(w, axis=1, keepdims=True)
    return w / np.where(n > 0, n, 1)
