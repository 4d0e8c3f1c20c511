import numpy as np


def inverse_document_frequency(counts):
    df = (counts > 0).sum(axis=0)
    return np.where(df > 0, np.log10(len(counts) / np.maximum(df, 1)), 0.0)


def smooth_idf(counts):
    return np.log10((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1


def tfidf(counts):
    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1) * inverse_document_frequency(counts)


def tfidf_smooth(counts):
    w = counts * smooth_idf(counts)
    lengths = np.linalg.norm(w, axis=1, keepdims=True)
    return w / np.where(lengths == 0, 1, lengths)
