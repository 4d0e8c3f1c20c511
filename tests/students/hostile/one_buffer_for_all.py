"""Returns the same buffer each time and overwrites it in the next call: earlier answers must not change with it."""
import numpy as np

buffer = np.zeros(4096, dtype=np.int64)


def document_frequency(counts):
    answer = buffer[:counts.shape[1]]
    answer[:] = (counts > 0).sum(axis=0)
    return answer
