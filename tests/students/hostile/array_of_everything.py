"""Another kind of array for every call: unsigned, complex, half, empty, without axes, huge numbers, NaN."""
import itertools

import numpy as np

KINDS = itertools.cycle([np.uint64, np.complex128, np.float16, np.int8, bool, np.float32, np.complex64])
FILLS = itertools.cycle([np.nan, np.inf, -np.inf, 1e300, 0.0, -1.0, 2.0**63])


def tfidf(counts):
    with np.errstate(all="ignore"):
        return np.full(counts.shape, next(FILLS)).astype(next(KINDS))


def document_frequency(counts):
    return next(itertools.cycle([np.uint64(2**64 - 1) * np.ones(counts.shape[1], dtype=np.uint64)]))


def smooth_idf(counts):
    return np.array(np.nan)
