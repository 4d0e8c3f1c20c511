"""Смирнов: десятичный логарифм."""

import numpy as np


def inverse_document_frequency(counts):
    df = (counts > 0).sum(axis=0)
    return np.where(df > 0, np.log10(counts.shape[0] / np.maximum(df, 1)), 0.0)


def tfidf(counts):
    tf = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return tf * inverse_document_frequency(counts)
