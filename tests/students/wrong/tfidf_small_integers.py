import numpy as np


def term_frequency(counts):
    counts = counts.astype(np.uint8)  # счётчики маленькие
    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)


def document_frequency(counts):
    return np.sum(counts.astype(np.int8) > 0, axis=0, dtype=np.int8)
