"""float32 constants beside float64 data."""
import numpy as np

ONE = np.float32(1.0)
ZERO = np.float32(0.0)


def smooth_idf(counts):
    return np.log((ONE + np.float64(len(counts))) / (ONE + (counts > ZERO).sum(axis=0))) + ONE


def document_frequency(counts):
    return np.ones(len(counts), dtype=np.float32).astype(np.int32) @ (counts > 0).astype(np.int32)
