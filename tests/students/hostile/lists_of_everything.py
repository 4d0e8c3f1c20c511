"""Lists of the right length with items of every kind: None, NaN, dicts, sets, bytes, arrays, classes, themselves."""
import itertools

import numpy as np

ITEMS = itertools.cycle([None, float("nan"), {}, {1: 2}, set(), b"", np.zeros(0), np.float64(1), object, ..., -1, 1e300, True, [[]], ((),), "\x00"])


def build_vocabulary(documents):
    return [next(ITEMS) for _ in {token for document in documents for token in document}]


def rank_documents(query, documents):
    return [next(ITEMS) for _ in documents]


def ngrams(tokens, n):
    return [tuple(next(ITEMS) for _ in range(n)) for _ in range(len(tokens) - n + 1)]


def select_documents(documents, author=None, since=None, until=None):
    return [{next(iter("ab")): next(ITEMS)} for _ in documents]
