"""Functional homework: recursion instead of loops, no in-place changes."""
import numpy as np
from math import log, sqrt


def total(row):
    return 0 if len(row) == 0 else row[0] + total(row[1:])


def column(counts, t):
    return [] if len(counts) == 0 else [counts[0][t]] + column(counts[1:], t)


def share(row):
    s = total(list(row))
    return [float(c) / float(s or 1) for c in row]


def term_frequency(counts):
    return np.array(list(map(share, counts)))


def containing(values):
    return 0 if not values else (1 if values[0] > 0 else 0) + containing(values[1:])


def document_frequency(counts):
    return np.array([containing(column(counts, t)) for t in range(len(counts[0]))], dtype="int64")


def inverse_document_frequency(counts):
    def weight(df):
        return log(len(counts)) - log(df) if df else 0.

    return np.array(list(map(weight, document_frequency(counts).tolist())))


def smooth_idf(counts):
    everything = np.vstack([counts, np.ones_like(counts[:1])])
    return 1.0 + inverse_document_frequency(everything)


def tfidf(counts):
    idf = inverse_document_frequency(counts)
    return np.array([[f * w for f, w in zip(row, idf)] for row in term_frequency(counts)])


def tfidf_smooth(counts):
    idf = smooth_idf(counts)
    return l2_normalize(np.array([[c * w for c, w in zip(row, idf)] for row in counts]))


def squares(row):
    return 0.0 if len(row) == 0 else row[0] ** 2 + squares(row[1:])


def l2_normalize(matrix):
    def unit(row):
        n = sqrt(squares(row))
        return [x / n for x in row] if n > 0.0 else [0.0 for _ in row]

    return np.array([unit(list(row)) for row in matrix])


def inner(x, y):
    return 0.0 if len(x) == 0 else x[0] * y[0] + inner(x[1:], y[1:])


def cosine(x, y):
    both = sqrt(squares(x)) * sqrt(squares(y))
    return inner(x, y) / both if both else 0.0


def cosine_similarity(a, b):
    return np.array([[cosine(list(x), list(y)) for y in b] for x in a])


def merge(left, right, score):
    if not left or not right:
        return left + right
    if score[left[0]] >= score[right[0]]:
        return [left[0]] + merge(left[1:], right, score)
    return [right[0]] + merge(left, right[1:], score)


def merge_sort(items, score):
    if len(items) < 2:
        return items
    half = len(items) // 2
    return merge(merge_sort(items[:half], score), merge_sort(items[half:], score), score)


def rank_documents(query, documents):
    vocabulary = sorted(set(sum(documents, [])))
    if not vocabulary:
        return list(range(len(documents)))
    counts = np.array([[d.count(w) for w in vocabulary] for d in documents])
    idf = inverse_document_frequency(counts)
    q = [query.count(w) * i for w, i in zip(vocabulary, idf)]
    score = [cosine(q, row) for row in tfidf(counts).tolist()]
    return merge_sort(list(range(len(documents))), score)
