import numpy as np


def inverse_document_frequency(counts):
    return np.log(len(counts) / (1 + (counts > 0).sum(axis=0)))


def smooth_idf(counts):
    return np.log(len(counts) / (1 + (counts > 0).sum(axis=0))) + 1


def tfidf(counts):
    totals = counts.sum(axis=1, keepdims=True)
    tf = np.where(totals > 0, counts / np.maximum(totals, 1), 0)
    return tf * inverse_document_frequency(counts)


def tfidf_smooth(counts):
    w = counts * smooth_idf(counts)
    n = np.linalg.norm(w, axis=1, keepdims=True)
    return w / np.where(n > 0, n, 1)
