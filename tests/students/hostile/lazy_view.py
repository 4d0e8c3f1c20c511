"""2**40 zeros in eight bytes of memory: a stride of 0 makes the view, encoding it would make the bytes."""
import numpy as np


def tfidf(counts):
    return np.broadcast_to(np.float64(0.0), (1 << 20, 1 << 20))
