"""Слова — это множество: повторы пропадают или путаются."""

import numpy as np


def one_hot(ids, size):
    if not set(ids.tolist()) <= set(range(size)):
        raise ValueError
    return np.eye(size)[sorted(set(ids.tolist()))]


def skipgram_pairs(tokens, window):
    pairs = []
    for word in tokens:
        i = tokens.index(word)
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((word, tokens[j]))
    return pairs


def cbow_pairs(tokens, window):
    pairs = []
    for i, word in enumerate(tokens):
        context = [other for other in tokens[max(0, i - window) : i + window + 1] if other != word]
        if len(tokens) > 1:
            pairs.append((context, word))
    return pairs


def cooccurrence(documents, vocabulary, window):
    table = np.zeros((len(vocabulary), len(vocabulary)), dtype=int)
    for document in documents:
        for i, one in enumerate(document):
            for other in document[i + 1 : i + window + 1]:
                if one in vocabulary and other in vocabulary:
                    p, q = vocabulary.index(one), vocabulary.index(other)
                    table[p, q] += 1
                    if p != q:
                        table[q, p] += 1
    return table


def character_ngrams(word, n_min, n_max):
    marked = f"<{word}>"
    ngrams = []
    for n in range(n_min, n_max + 1):
        for i in range(len(marked) - n + 1):
            if marked[i : i + n] not in ngrams:
                ngrams.append(marked[i : i + n])
    return ngrams


def embedding_backward(dE, ids, size):
    dW = np.zeros((size, dE.shape[1]))
    dW[ids] += dE
    return dW
