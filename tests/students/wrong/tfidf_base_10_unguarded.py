import numpy as np


def inverse_document_frequency(counts):
    return np.log10(counts.shape[0] / np.sum(counts > 0, axis=0))


def tfidf(counts):
    return counts * inverse_document_frequency(counts)
