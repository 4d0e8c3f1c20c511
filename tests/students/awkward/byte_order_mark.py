"""A byte order mark, as Notepad writes it."""
import numpy as np


def smooth_idf(counts):
    """Сглаженный idf."""
    return np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1
