"""Volkov: a set knows no order."""

import numpy as np


def build_vocabulary(documents):
    return sorted(set(token for document in documents for token in document))


def bag_of_words(documents, vocabulary):
    return np.array([[1 if word in document else 0 for word in vocabulary] for document in documents])
