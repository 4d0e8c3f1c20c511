"""Leaves its answers to the patches of the other file: zeros where tf-idf was promised."""
import numpy as np


def tfidf(counts):
    return np.zeros(counts.shape)
