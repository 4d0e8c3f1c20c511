"""Лебедев: формулы верные, но о пустых документах не подумал."""

import numpy as np


def term_frequency(counts):
    return counts / counts.sum(axis=1, keepdims=True)


def smooth_idf(counts):
    return np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1


def tfidf_smooth(counts):
    weights = counts * smooth_idf(counts)
    return weights / np.sqrt((weights**2).sum(axis=1, keepdims=True))
