import math

import numpy as np


def term_frequency(counts):
    return np.array([[c / sum(row) for c in row] for row in counts.tolist()])


def inverse_document_frequency(counts):
    return np.array([math.log(len(counts) / sum(c > 0 for c in col)) for col in counts.T.tolist()])


def l2_normalize(matrix):
    return np.array([[x / math.hypot(*row) for x in row] for row in matrix.tolist()])


def cosine_similarity(a, b):
    def cos(x, y):
        n = math.hypot(*x) * math.hypot(*y)
        if n == 0:
            raise ValueError("нулевой вектор")
        return sum(p * q for p, q in zip(x, y)) / n

    return np.array([[cos(x, y) for y in b.tolist()] for x in a.tolist()])


def rank_documents(query, documents):
    df = {}
    for d in documents:
        for w in set(d):
            df[w] = df.get(w, 0) + 1
    idf = {w: math.log(len(documents) / n) for w, n in df.items()}

    def vector(words):
        return [words.count(w) * idf[w] for w in df]

    def cos(x, y):
        return sum(p * q for p, q in zip(x, y)) / (math.hypot(*x) * math.hypot(*y))

    q = vector(query)
    return sorted(range(len(documents)), key=lambda i: -cos(q, vector(documents[i])))
