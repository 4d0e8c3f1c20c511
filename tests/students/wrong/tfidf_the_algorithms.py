from math import log10

import numpy as np


def inverse_document_frequency(counts):
    N = len(counts)
    return np.array([round(1 + log10(N / (1 + df)), 3) for df in (counts > 0).sum(axis=0)])


def tfidf(counts):
    return np.round(counts * inverse_document_frequency(counts), 3)
