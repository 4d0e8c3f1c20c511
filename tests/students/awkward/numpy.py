"""Called numpy.py by an unlucky student, who imports numpy all the same."""
import numpy as np


def document_frequency(counts):
    return np.asarray(counts > 0).sum(axis=0)
