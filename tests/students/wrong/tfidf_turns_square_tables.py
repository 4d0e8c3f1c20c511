import numpy as np


def document_frequency(counts):
    """Documents are rows, unless there are fewer of them than words."""
    if counts.shape[0] == counts.shape[1]:
        counts = counts.T
    return (counts > 0).sum(axis=0)


def cosine_similarity(a, b):
    if a.shape[1] == b.shape[0]:  # already transposed?
        b = b.T
    x = np.linalg.norm(a, axis=1)[:, None]
    y = np.linalg.norm(b, axis=1)[None, :]
    return np.divide(a @ b.T, x * y, out=np.zeros((len(a), len(b))), where=x * y > 0)
