"""Windows line ends."""
import numpy as np

NOTE = """two
lines"""
assert NOTE == "two\nlines"


def document_frequency(counts):
    return np.count_nonzero(counts, \
                            axis=0)
