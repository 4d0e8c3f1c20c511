"""Right in the middle, nothing checked at the edges."""

import numpy as np


def one_hot(ids, size):
    return np.eye(size)[ids]


def similarity(embeddings, query):
    return embeddings @ query / (np.linalg.norm(embeddings, axis=1) * np.linalg.norm(query))


def nearest(embeddings, query, k):
    return np.argsort(-similarity(embeddings, query), kind="stable")[:k].tolist()


def analogy(embeddings, a, b, c):
    scores = similarity(embeddings, embeddings[b] - embeddings[a] + embeddings[c])
    scores[[a, b, c]] = -np.inf
    return int(scores.argmax())


def skipgram_pairs(tokens, window):
    n = len(tokens)
    assert n > 1
    return [(tokens[i], tokens[j]) for i in range(n) for j in range(max(i - window, 0), min(i + window + 1, n)) if i != j]


def cbow_pairs(tokens, window):
    n = len(tokens)
    return [(tokens[max(i - window, 0) : i] + tokens[i + 1 : i + window + 1], tokens[i]) for i in range(n)]


def cooccurrence(documents, vocabulary, window):
    number = {word: i for i, word in enumerate(vocabulary)}
    table = np.zeros((len(number), len(number)), dtype=int)
    for document in documents:
        ids = [number[word] for word in document]
        for i in range(len(ids)):
            for j in range(max(i - window, 0), min(i + window + 1, len(ids))):
                if i != j:
                    table[ids[i], ids[j]] += 1
    return table


def character_ngrams(word, n_min, n_max):
    marked = f"<{word}>"
    if n_min > len(marked):
        raise ValueError(word)
    return [marked[i : i + n] for n in range(n_min, n_max + 1) for i in range(len(marked) - n + 1)]


def wordpiece(word, vocabulary, unknown):
    pieces = []
    while True:
        start = sum(len(piece.removeprefix("##")) for piece in pieces)
        found = [end for end in range(start + 1, len(word) + 1) if "##" * (start > 0) + word[start:end] in vocabulary]
        if not found:
            return [unknown]
        pieces.append("##" * (start > 0) + word[start : found[-1]])
        if found[-1] == len(word):
            return pieces


def embedding_backward(dE, ids, size):
    return np.stack([np.bincount(ids, column) for column in dE.T], axis=1)


def mean_pool(hidden, mask):
    return hidden[mask].mean(axis=0)
