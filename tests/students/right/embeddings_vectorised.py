from itertools import chain

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def one_hot(ids, size):
    if not np.isin(ids, np.arange(size)).all():
        raise ValueError("ids must lie in [0, size)")
    return (ids[:, None] == np.arange(size)).astype(float)


def unit(x):
    length = np.sqrt(np.einsum("...i,...i->...", x, x))[..., None]
    return np.divide(x, length, out=np.zeros_like(x), where=length > 0)


def nearest(embeddings, query, k):
    similarity = unit(embeddings) @ unit(query)
    return np.lexsort((np.arange(len(similarity)), -similarity))[:k].tolist()


def analogy(embeddings, a, b, c):
    others = np.setdiff1d(np.arange(len(embeddings)), [a, b, c])
    similarity = unit(embeddings[others]) @ unit(embeddings[c] + (embeddings[b] - embeddings[a]))
    return int(others[similarity.argmax()])


def near(n, window):
    place = np.arange(n)
    distance = np.abs(place[:, None] - place)
    return (distance > 0) & (distance <= window)


def skipgram_pairs(tokens, window):
    return [(tokens[i], tokens[j]) for i, j in zip(*near(len(tokens), window).nonzero())]


def cbow_pairs(tokens, window):
    rows = near(len(tokens), window)
    return [([tokens[j] for j in row.nonzero()[0]], token) for row, token in zip(rows, tokens) if row.any()]


def cooccurrence(documents, vocabulary, window):
    total = np.zeros((len(vocabulary),) * 2, dtype=int)
    for document in filter(None, documents):
        A = np.array([[token == word for word in vocabulary] for token in document], dtype=int)
        total += A.T @ near(len(document), window) @ A
    return total


def character_ngrams(word, n_min, n_max):
    letters = np.array(list(f"<{word}>"))
    runs = (sliding_window_view(letters, n) for n in range(n_min, min(n_max, len(letters)) + 1))
    return ["".join(run) for run in chain.from_iterable(runs)]


def wordpiece(word, vocabulary, unknown):
    known = set(vocabulary)
    left, pieces = 0, []
    while left < len(word):
        options = [(right, ("##" * (left > 0)) + word[left:right]) for right in range(left + 1, len(word) + 1)]
        left, piece = max((option for option in options if option[1] in known), default=(None, None))
        if piece is None:
            return [unknown]
        pieces.append(piece)
    return pieces


def embedding_backward(dE, ids, size):
    return np.stack([np.bincount(ids, weights=column, minlength=size) for column in dE.T], axis=1)


def mean_pool(hidden, mask):
    return np.einsum("td,t->d", hidden, mask) / np.clip(np.count_nonzero(mask), 1, None)
