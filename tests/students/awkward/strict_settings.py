"""Turns every warning and every floating-point trap into an error, and is careful enough for it."""
import warnings

import numpy as np

warnings.simplefilter("error")
np.seterr(divide="raise", invalid="raise", over="raise")


def term_frequency(counts):
    totals = counts.sum(axis=1, keepdims=True)
    return counts / np.maximum(totals, 1)


def inverse_document_frequency(counts):
    df = np.count_nonzero(counts, axis=0)
    return np.where(df > 0, np.log(len(counts) / np.maximum(df, 1)), 0.0)
