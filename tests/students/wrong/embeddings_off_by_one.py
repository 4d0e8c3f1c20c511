"""Каждый раз на единицу мимо."""

import numpy as np


def one_hot(ids, size):
    if min(ids) < 0 or max(ids) > size:
        raise ValueError("ids")
    return np.array([[float(j == i) for j in range(size)] for i in ids])


def cos(a, b):
    lengths = np.linalg.norm(a) * np.linalg.norm(b)
    return a @ b / lengths if lengths > 0 else 0.0


def nearest(embeddings, query, k):
    order = sorted(range(len(embeddings)), key=lambda i: -cos(embeddings[i], query))
    return order[1 : k + 1]


def analogy(embeddings, a, b, c):
    query = embeddings[b] - embeddings[a] + embeddings[c]
    rest = np.delete(embeddings, [a, b, c], axis=0)
    return int(np.argmax([cos(row, query) for row in rest]))


def skipgram_pairs(tokens, window):
    pairs = []
    for i in range(len(tokens)):
        for j in range(i - window, i + window):
            if j != i and j >= 0 and j < len(tokens):
                pairs.append((tokens[i], tokens[j]))
    return pairs


def cbow_pairs(tokens, window):
    pairs = []
    for i in range(len(tokens)):
        context = tokens[i - window : i] + tokens[i + 1 : i + window + 1]
        if context:
            pairs.append((context, tokens[i]))
    return pairs


def cooccurrence(documents, vocabulary, window):
    table = np.zeros((len(vocabulary), len(vocabulary)), dtype=int)
    for document in documents:
        for i, one in enumerate(document):
            for j, other in enumerate(document):
                if 0 < abs(i - j) < window and one in vocabulary and other in vocabulary:
                    table[vocabulary.index(one), vocabulary.index(other)] += 1
    return table


def character_ngrams(word, n_min, n_max):
    marked = "<" + word + ">"
    return [marked[i : i + n] for n in range(n_min, n_max) for i in range(len(marked) - n + 1)]


def wordpiece(word, vocabulary, unknown):
    pieces, start = [], 0
    while start < len(word):
        mark = "##" if start > 0 else ""
        for end in range(len(word), start + 1, -1):
            if mark + word[start:end] in vocabulary:
                pieces.append(mark + word[start:end])
                start = end
                break
        else:
            return [unknown]
    return pieces


def embedding_backward(dE, ids, size):
    table = np.zeros((size, dE.shape[1]))
    for i, word in enumerate(ids):
        table[word - 1] += dE[i]
    return table


def mean_pool(hidden, mask):
    return hidden[mask].sum(axis=0) / (mask.sum() + 1)
