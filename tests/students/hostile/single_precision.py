"""Right in float32 only."""
import numpy as np


def smooth_idf(counts):
    counts = counts.astype(np.float32)
    frequency = (counts > 0).sum(axis=0).astype(np.float32)
    return np.log((np.float32(1) + np.float32(len(counts))) / (np.float32(1) + frequency)) + np.float32(1)
