"""Домашняя работа 3: tf-idf. Иванова Мария."""

import numpy as np


def term_frequency(counts):
    totals = counts.sum(axis=1, keepdims=True)
    return counts / np.where(totals == 0, 1, totals)


def document_frequency(counts):
    return np.count_nonzero(counts, axis=0)


def inverse_document_frequency(counts):
    df = document_frequency(counts)
    return np.where(df > 0, np.log(len(counts) / np.maximum(df, 1)), 0.0)


def tfidf(counts):
    return term_frequency(counts) * inverse_document_frequency(counts)


def cosine_similarity(a, b):
    lengths = np.linalg.norm(a, axis=1)[:, None] * np.linalg.norm(b, axis=1)
    return np.divide(a @ b.T, lengths, out=np.zeros((len(a), len(b))), where=lengths > 0)
