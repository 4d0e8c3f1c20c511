"""Векторный вариант: np.add.at, np.unique, скользящее окно."""
import numpy as np


def tokenize(text):
    table = {ord(ch): " " for ch in set(text) if not ch.isalnum()}
    return text.translate(table).lower().split()


def build_vocabulary(documents):
    flat = [token for document in documents for token in document]
    if not flat:
        return []
    words, first = np.unique(np.array(flat, dtype=object), return_index=True)
    return [str(word) for word in words[np.argsort(first)]]


def bag_of_words(documents, vocabulary):
    index = dict(zip(vocabulary, range(len(vocabulary))))
    out = np.zeros((len(documents), len(vocabulary)))
    pairs = [(i, index[t]) for i, d in enumerate(documents) for t in d if t in index]
    if pairs:
        rows, columns = np.array(pairs).T
        np.add.at(out, (rows, columns), 1)
    return out.astype(np.int32)


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n < 1")
    if len(tokens) < n:
        return []
    windows = np.lib.stride_tricks.sliding_window_view(np.array(tokens, dtype=str), n)
    return [tuple(window) for window in windows.tolist()]
