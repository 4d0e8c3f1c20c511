"""Окно открыто только вправо, скобка стоит только слева, маска понята наоборот."""

import numpy as np


def one_hot(ids, size):
    if (ids < 0).any() or (ids >= size).any():
        raise ValueError
    return np.eye(size)[:, ids]


def nearest(embeddings, query, k):
    scores = np.abs(embeddings @ query)
    lengths = np.linalg.norm(embeddings, axis=1)
    scores = np.divide(scores, lengths, out=np.zeros_like(scores), where=lengths > 0)
    return np.argsort(-scores, kind="stable")[:k].tolist()


def analogy(embeddings, a, b, c):
    query = embeddings[b] - embeddings[a] + embeddings[c]
    scores = [row @ query / np.linalg.norm(row) if row.any() else 0 for row in embeddings]
    return int(np.argmax(scores))


def skipgram_pairs(tokens, window):
    return [(token, other) for i, token in enumerate(tokens) for other in tokens[i + 1 : i + 1 + window]]


def cbow_pairs(tokens, window):
    return [(tokens[max(0, i - window) : i], token) for i, token in enumerate(tokens) if i]


def cooccurrence(documents, vocabulary, window):
    X = np.zeros((len(vocabulary), len(vocabulary)), dtype=int)
    for document in documents:
        for one, other in skipgram_pairs(document, window):
            if one in vocabulary and other in vocabulary:
                X[vocabulary.index(one), vocabulary.index(other)] += 1
    return X


def character_ngrams(word, n_min, n_max):
    word = "<" + word
    return [word[i : i + n] for n in range(n_min, n_max + 1) for i in range(len(word) - n + 1)]


def wordpiece(word, vocabulary, unknown):
    pieces, start = [], 0
    while start < len(word):
        ends = [end for end in range(start + 1, len(word) + 1) if word[start:end] in vocabulary]
        if not ends:
            return [unknown]
        pieces.append("##" * (start > 0) + word[start : ends[-1]])
        start = ends[-1]
    return pieces


def embedding_backward(dE, ids, size):
    return dE[ids % len(dE)][:size]


def mean_pool(hidden, mask):
    return hidden[~mask].sum(axis=0) / max((~mask).sum(), 1) if mask.any() else np.zeros(hidden.shape[1])
