import numpy as np


def clean(counts):
    return counts[counts.sum(axis=1) > 0]


def inverse_document_frequency(counts):
    counts = clean(counts)
    df = (counts > 0).sum(axis=0)
    return np.array([np.log(len(counts) / n) if n else 0.0 for n in df])


def smooth_idf(counts):
    counts = clean(counts)
    return np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1


def tfidf(counts):
    tf = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return tf * inverse_document_frequency(counts)


def tfidf_smooth(counts):
    w = counts * smooth_idf(counts)
    lengths = np.linalg.norm(w, axis=1, keepdims=True)
    return np.divide(w, lengths, out=np.zeros(w.shape), where=lengths > 0)


def term_frequency(counts):
    counts = clean(counts)
    return counts / counts.sum(axis=1, keepdims=True)


def rank_documents(query, documents):
    from collections import Counter
    from math import log, sqrt

    kept = [i for i, d in enumerate(documents) if d]
    df = Counter(w for d in documents for w in set(d))

    def vector(words):
        return {w: n * log(len(documents) / df[w]) for w, n in Counter(words).items() if w in df}

    q = vector(query)

    def score(i):
        d = vector(documents[i])
        n = sqrt(sum(x * x for x in d.values()))
        return sum(q.get(w, 0) * x for w, x in d.items()) / n if n else 0

    return sorted(kept, key=score, reverse=True)
