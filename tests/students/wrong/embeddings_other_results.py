"""The right numbers in what was not promised."""

import numpy as np
import torch


def one_hot(ids, size):
    if (ids < 0).any() or (ids >= size).any():
        raise ValueError
    return torch.nn.functional.one_hot(torch.tensor(ids), size).double()


def nearest(embeddings, query, k):
    lengths = np.linalg.norm(embeddings, axis=1) * np.linalg.norm(query)
    scores = np.divide(embeddings @ query, lengths, out=np.zeros(len(embeddings)), where=lengths > 0)
    return np.argsort(-scores, kind="stable")[:k]


def analogy(embeddings, a, b, c):
    query = embeddings[b] - embeddings[a] + embeddings[c]
    order = nearest(embeddings, query, len(embeddings))
    return embeddings[next(i for i in order if i not in (a, b, c))]


def skipgram_pairs(tokens, window):
    n = len(tokens)
    return ((tokens[i], tokens[j]) for i in range(n) for j in range(max(0, i - window), min(n, i + window + 1)) if i != j)


def cbow_pairs(tokens, window):
    pairs = {}
    for i, word in enumerate(tokens):
        context = tokens[max(0, i - window) : i] + tokens[i + 1 : i + 1 + window]
        if context:
            pairs[word] = context
    return pairs


def cooccurrence(documents, vocabulary, window):
    table = [[0] * len(vocabulary) for _ in vocabulary]
    for document in documents:
        for one, other in skipgram_pairs(document, window):
            if one in vocabulary and other in vocabulary:
                table[vocabulary.index(one)][vocabulary.index(other)] += 1
    return table


def character_ngrams(word, n_min, n_max):
    marked = f"<{word}>"
    return {n: [marked[i : i + n] for i in range(len(marked) - n + 1)] for n in range(n_min, n_max + 1)}


def wordpiece(word, vocabulary, unknown):
    pieces, start = [], 0
    while start < len(word):
        mark = "##" if start else ""
        ends = [end for end in range(start + 1, len(word) + 1) if mark + word[start:end] in vocabulary]
        if not ends:
            return unknown
        pieces.append(mark + word[start : ends[-1]])
        start = ends[-1]
    return " ".join(pieces)


def embedding_backward(dE, ids, size):
    return {j: dE[ids == j].sum(axis=0) for j in range(size)}


def mean_pool(hidden, mask):
    return (hidden[mask].sum(axis=0) / max(mask.sum(), 1)).tolist()
