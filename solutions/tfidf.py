"""Weights of terms and search with them: term frequency, document frequency, tf-idf, cosine similarity.

C[d, t] counts term t in document d; rows are documents, columns are terms, N is the number of documents.

K. Spärck Jones, "A statistical interpretation of term specificity and its application in retrieval",
Journal of Documentation 28 (1972). G. Salton, C. Buckley, "Term-weighting approaches in automatic text
retrieval", Information Processing & Management 24 (1988).
"""

import numpy as np
from jaxtyping import Float, Int


def term_frequency(counts: Int[np.ndarray, "docs terms"]) -> Float[np.ndarray, "docs terms"]:
    """Share of each term in its document: tf[d, t] = C[d, t] / Σ_u C[d, u]; an empty document gives zeros."""
    totals = counts.sum(axis=1, keepdims=True)
    return counts / np.maximum(totals, 1)


def document_frequency(counts: Int[np.ndarray, "docs terms"]) -> Int[np.ndarray, "terms"]:
    """Number of documents that contain the term at least once: df[t] = |{d : C[d, t] > 0}|."""
    return (counts > 0).sum(axis=0)


def inverse_document_frequency(counts: Int[np.ndarray, "docs terms"]) -> Float[np.ndarray, "terms"]:
    """Rarity of each term: idf[t] = ln(N / df[t]), and 0 where df[t] = 0.

    N counts all rows, empty documents too. A term of every document weighs ln 1 = 0. Spärck Jones (1972).
    """
    N, df = len(counts), document_frequency(counts)
    return np.where(df > 0, np.log(N / np.maximum(df, 1)), 0.0)


def smooth_idf(counts: Int[np.ndarray, "docs terms"]) -> Float[np.ndarray, "terms"]:
    """Rarity as if one more document held every term: idf[t] = ln((1 + N) / (1 + df[t])) + 1, never below 1.

    scikit-learn user guide, "Tf–idf term weighting": TfidfTransformer(smooth_idf=True).
    """
    N, df = len(counts), document_frequency(counts)
    return np.log((1 + N) / (1 + df)) + 1


def tfidf(counts: Int[np.ndarray, "docs terms"]) -> Float[np.ndarray, "docs terms"]:
    """Weight of each term in its document: w[d, t] = tf[d, t] · ln(N / df[t]), not normalised.

    Salton, Buckley (1988).
    """
    return term_frequency(counts) * inverse_document_frequency(counts)


def tfidf_smooth(counts: Int[np.ndarray, "docs terms"]) -> Float[np.ndarray, "docs terms"]:
    """Rows w[d] / ‖w[d]‖₂ of w[d, t] = C[d, t] · smooth_idf[t]; an empty document gives zeros.

    scikit-learn user guide: the default of TfidfTransformer (smooth_idf=True, norm="l2", sublinear_tf=False).
    """
    return l2_normalize(counts * smooth_idf(counts))


def l2_normalize(matrix: Float[np.ndarray, "docs terms"]) -> Float[np.ndarray, "docs terms"]:
    """Rows at length 1: x[d] / ‖x[d]‖₂ with ‖x‖₂ = √(Σ_t x[t]²); a zero row stays zero."""
    lengths = np.sqrt((matrix**2).sum(axis=1, keepdims=True))
    return matrix / np.where(lengths > 0, lengths, 1.0)


def cosine_similarity(a: Float[np.ndarray, "n d"], b: Float[np.ndarray, "m d"]) -> Float[np.ndarray, "n m"]:
    """Cosine of the angle between every row of a and every row of b: cos[i, j] = a[i]·b[j] / (‖a[i]‖₂ ‖b[j]‖₂).

    0 where either row is zero.
    """
    return l2_normalize(a) @ l2_normalize(b).T


def rank_documents(query: list[str], documents: list[list[str]]) -> list[int]:
    """Indices of all documents, the most similar to the query first; of equals the lower index first.

    Documents and query are rows of tf · ln(N / df), with df of the documents; similarity is the cosine.
    Words of the query that are in no document are ignored. Salton, Buckley (1988).
    """
    terms = sorted(set().union(*documents))
    counts = np.array([_count(document, terms) for document in documents]).reshape(len(documents), len(terms))
    asked = _count(query, terms) * inverse_document_frequency(counts)
    similarity = cosine_similarity(asked[np.newaxis], tfidf(counts))[0]
    return [int(i) for i in np.argsort(-similarity, kind="stable")]


def _count(words: list[str], terms: list[str]) -> Int[np.ndarray, "terms"]:
    return np.array([words.count(term) for term in terms], dtype=np.int64)
