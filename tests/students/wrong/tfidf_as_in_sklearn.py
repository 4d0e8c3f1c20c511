import numpy as np


def inverse_document_frequency(counts):
    return np.log((1 + len(counts)) / (1 + np.count_nonzero(counts, axis=0))) + 1


def l2(w):
    n = np.sqrt((w**2).sum(axis=1, keepdims=True))
    return np.divide(w, n, out=np.zeros_like(w), where=n > 0)


def tfidf(counts):
    return l2(counts * inverse_document_frequency(counts))


def rank_documents(query, documents):
    words = sorted({w for d in documents for w in d})
    C = np.array([[d.count(w) for w in words] for d in documents], dtype=int).reshape(len(documents), len(words))
    q = np.array([[query.count(w) for w in words]])
    scores = (l2(q * inverse_document_frequency(C)) @ tfidf(C).T)[0]
    return np.argsort(-scores, kind="stable").tolist()
