import numpy as np


def document_frequency(counts):
    return np.maximum((counts > 0).sum(axis=0), 1)


def inverse_document_frequency(counts):
    return np.log(len(counts) / document_frequency(counts))


def smooth_idf(counts):
    df = (counts > 0).sum(axis=0)
    return np.where(df > 0, np.log((1 + len(counts)) / (1 + df)) + 1, 1.0)


def tfidf(counts):
    with np.errstate(all="ignore"):
        return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1) * np.log(len(counts) / (counts > 0).sum(axis=0))
