import numpy as np


def term_frequency(counts):
    totals = np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return (counts // totals).astype(float)


def inverse_document_frequency(counts):
    df = (counts > 0).sum(axis=0)
    return np.where(df > 0, np.log(len(counts) // np.maximum(df, 1)), 0.0)


def tfidf(counts):
    return term_frequency(counts) * inverse_document_frequency(counts)
