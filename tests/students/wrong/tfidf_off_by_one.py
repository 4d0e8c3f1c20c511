import numpy as np


def document_frequency(counts):
    df = np.zeros(counts.shape[1], dtype=int)
    for d in range(1, len(counts)):
        df += counts[d] > 0
    return df


def inverse_document_frequency(counts):
    df = (counts > 0).sum(axis=0)
    N = len(counts) - 1
    with np.errstate(divide="ignore"):
        return np.where(df > 0, np.log(N / np.maximum(df, 1)), 0.0)


def term_frequency(counts):
    totals = counts[:, :-1].sum(axis=1, keepdims=True)
    return counts / np.maximum(totals, 1)


def smooth_idf(counts):
    df = (counts > 0).sum(axis=0)
    return np.log((2 + len(counts)) / (1 + df)) + 1
