"""Vectorised, no Python loops over documents."""
from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def term_frequency(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    lengths = counts.sum(1)[:, None]
    return np.divide(counts, lengths, out=np.zeros_like(counts, dtype=float), where=lengths != 0)


def document_frequency(counts):
    return np.count_nonzero(counts, axis=0)


def inverse_document_frequency(counts):
    df = document_frequency(counts)
    idf = np.zeros(df.shape)
    seen = df > 0
    idf[seen] = np.log(counts.shape[0] / df[seen])
    return idf


def smooth_idf(counts):
    return 1 + np.log((1 + counts.shape[0]) / (1 + document_frequency(counts)))


def tfidf(counts):
    return np.einsum("dt,t->dt", term_frequency(counts), inverse_document_frequency(counts))


def tfidf_smooth(counts):
    return l2_normalize(counts @ np.diag(smooth_idf(counts)))


def l2_normalize(matrix):
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(matrix / np.linalg.norm(matrix, axis=-1, keepdims=True), nan=0.0)


def cosine_similarity(a, b):
    dots = np.einsum("ik,jk->ij", a, b)
    norms = np.sqrt(np.einsum("ik,ik->i", a, a))[:, None] * np.sqrt(np.einsum("jk,jk->j", b, b))[None, :]
    out = np.zeros_like(dots)
    np.divide(dots, norms, out=out, where=norms > 0)
    return out


def rank_documents(query, documents):
    words = np.array([w for d in documents for w in d], dtype=str)
    rows = np.repeat(np.arange(len(documents)), [len(d) for d in documents])
    vocabulary, columns = np.unique(words, return_inverse=True)
    counts = np.zeros((len(documents), len(vocabulary)), dtype=int)
    np.add.at(counts, (rows, columns), 1)
    asked = (np.array(query, dtype=str)[:, None] == vocabulary).sum(axis=0) * inverse_document_frequency(counts)
    scores = cosine_similarity(asked[None, :], tfidf(counts)).ravel()
    return np.lexsort((np.arange(len(scores)), -scores)).tolist()
