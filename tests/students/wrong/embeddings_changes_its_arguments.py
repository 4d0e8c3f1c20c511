"""Right answers, but what was passed in is no longer what it was."""

import numpy as np


def one_hot(ids, size):
    if (ids < 0).any() or (ids >= size).any():
        raise ValueError
    ids += size * np.arange(len(ids))
    table = np.zeros(len(ids) * size)
    table[ids] = 1
    return table.reshape(len(ids), size)


def nearest(embeddings, query, k):
    lengths = np.sqrt((embeddings**2).sum(axis=1, keepdims=True))
    embeddings /= np.where(lengths > 0, lengths, 1)
    return np.argsort(-(embeddings @ query), kind="stable")[:k].tolist()


def analogy(embeddings, a, b, c):
    query = embeddings[b] - embeddings[a] + embeddings[c]
    lengths = np.linalg.norm(embeddings, axis=1, keepdims=True)
    embeddings[:] = embeddings / np.where(lengths > 0, lengths, 1)
    scores = embeddings @ query
    scores[[a, b, c]] = -np.inf
    return int(np.argmax(scores))


def cbow_pairs(tokens, window):
    pairs, before = [], []
    while tokens:
        centre = tokens.pop(0)
        context = before[-window:] + tokens[:window]
        if context:
            pairs.append((context, centre))
        before.append(centre)
    return pairs


def mean_pool(hidden, mask):
    hidden[~mask] = 0
    return hidden.sum(axis=0) / max(mask.sum(), 1)
