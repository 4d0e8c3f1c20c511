"""Recursion all the way down; answers are lists of lists and arrays of floats where that is allowed."""
import sys

import numpy as np

sys.setrecursionlimit(30000)


def tokenize(text):
    def walk(i):
        while i < len(text) and not text[i].isalnum():
            i += 1
        j = i
        while j < len(text) and text[j].isalnum():
            j += 1
        return [text[i:j].lower()] + walk(j) if j > i else []

    return walk(0)


def build_vocabulary(documents):
    if not documents:
        return []
    seen = build_vocabulary(documents[:-1])
    for token in documents[-1]:
        seen += [token] if token not in seen else []
    return seen


def bag_of_words(documents, vocabulary):
    def row(document):
        if not document:
            return np.zeros(len(vocabulary))
        return row(document[1:]) + np.array([word == document[0] for word in vocabulary])

    return np.vstack([row(document) for document in documents])


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n must be at least 1")
    if len(tokens) < n:
        return []
    return [list(tokens[:n])] + ngrams(tokens[1:], n)
