import numpy as np


def document_frequency(counts, known={}):
    """Считать дорого, поэтому запоминаем."""
    if counts.shape not in known:
        known[counts.shape] = (counts > 0).sum(axis=0)
    return known[counts.shape]


TOTAL = 0


def inverse_document_frequency(counts):
    global TOTAL
    TOTAL += len(counts)
    df = (counts > 0).sum(axis=0)
    return np.where(df > 0, np.log(TOTAL / np.maximum(df, 1)), 0.0)


def rank_documents(query, documents, order=[]):
    from collections import Counter
    from math import log, sqrt

    df = Counter(w for d in documents for w in set(d))

    def vector(words):
        v = {w: n * log(len(documents) / df[w]) for w, n in Counter(words).items() if w in df}
        length = sqrt(sum(x * x for x in v.values())) or 1
        return {w: x / length for w, x in v.items()}

    q = vector(query)
    score = [sum(q.get(w, 0) * x for w, x in vector(d).items()) for d in documents]
    order += sorted(range(len(documents)), key=lambda i: -score[i])
    return order
