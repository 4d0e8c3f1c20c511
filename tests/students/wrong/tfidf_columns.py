import numpy as np


def document_frequency(counts):
    return (counts > 0).sum(axis=0, keepdims=True)


def inverse_document_frequency(counts):
    df = (counts > 0).sum(axis=0)
    return np.array([[np.log(len(counts) / n) if n else 0.0] for n in df])


def smooth_idf(counts):
    df = (counts > 0).sum(axis=0)
    return (np.log((1 + len(counts)) / (1 + df)) + 1).reshape(-1, 1)


def tfidf(counts):
    tf = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return (tf * inverse_document_frequency(counts).T).T
