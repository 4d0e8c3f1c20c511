import numpy as np


def l2_normalize(matrix):
    for i in range(len(matrix)):
        length = np.sqrt((matrix[i] ** 2).sum())
        if length > 0:
            matrix[i] /= length
    return matrix


def cosine_similarity(a, b):
    # нормируем прямо в аргументах, чтобы не тратить память
    for rows in (a, b):
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        lengths[lengths == 0] = 1
        rows /= lengths
    return a @ b.T


def document_frequency(counts):
    counts[counts > 0] = 1
    return counts.sum(axis=0)


def rank_documents(query, documents):
    from collections import Counter
    from math import log, sqrt

    df = Counter(w for d in documents for w in set(d))
    idf = {w: log(len(documents) / n) for w, n in df.items()}
    while any(w not in idf for w in query):
        query.remove(next(w for w in query if w not in idf))

    def vector(words):
        v = {w: c * idf[w] for w, c in Counter(words).items()}
        n = sqrt(sum(x * x for x in v.values())) or 1
        return {w: x / n for w, x in v.items()}

    q = vector(query)
    return sorted(range(len(documents)), key=lambda i: -sum(q.get(w, 0) * x for w, x in vector(documents[i]).items()))
