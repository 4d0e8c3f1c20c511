"""Fills four gigabytes."""
import numpy as np


def tfidf(counts):
    return np.ones(1 << 29).sum() * counts * 0.0
