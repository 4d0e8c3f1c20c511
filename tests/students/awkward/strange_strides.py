"""Returns transposed, reversed, Fortran-ordered, read-only, padded and big-endian arrays."""
import numpy as np


def tfidf(counts):
    totals = counts.sum(axis=1, keepdims=True)
    tf = np.divide(counts, totals, out=np.zeros(counts.shape), where=totals > 0)
    df = (counts > 0).sum(axis=0)
    idf = np.log(len(counts) / df, out=np.zeros(df.shape), where=df > 0)
    answer = np.asfortranarray((tf * idf)[::-1, ::-1])[::-1, ::-1]
    answer.setflags(write=False)
    return answer


def l2_normalize(matrix):
    norms = np.sqrt(np.einsum("ij,ij->i", matrix, matrix))[:, None]
    padded = np.zeros((matrix.shape[0] * 2, matrix.shape[1] * 3))
    padded[::2, ::3] = np.divide(matrix, norms, out=np.zeros_like(matrix), where=norms > 0)
    return padded[::2, ::3]


def smooth_idf(counts):
    return (np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1).astype(">f8")
