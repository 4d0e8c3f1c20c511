"""Everything as the well-known libraries do it: tf.one_hot, gensim, word2vec, GloVe, fastText, nn.Embedding."""

import numpy as np


def one_hot(ids, size):
    table = np.zeros((len(ids), size))
    for row, i in enumerate(ids):
        if 0 <= i < size:
            table[row, i] = 1.0
    return table


def unit(vectors):
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.where(norms == 0, 1, norms)


def nearest(embeddings, query, k):
    similarity = unit(embeddings) @ unit(query)
    best = np.argsort(similarity)[::-1]
    return best[:k].tolist()


def analogy(embeddings, a, b, c):
    vectors = unit(embeddings)
    mean = unit((vectors[b] - vectors[a] + vectors[c]) / 3)
    scores = vectors @ mean
    return next(int(i) for i in np.argsort(-scores, kind="stable") if i not in (a, b, c))


def skipgram_pairs(tokens, window):
    pairs = []
    for position, word in enumerate(tokens):
        start = max(0, position - window)
        for position2, word2 in enumerate(tokens[start : position + window + 1], start):
            if position2 != position:
                pairs.append((word2, word))
    return pairs


def cbow_pairs(tokens, window):
    padded = ["<pad>"] * window + tokens + ["<pad>"] * window
    return [
        (padded[i : i + window] + padded[i + window + 1 : i + 2 * window + 1], tokens[i]) for i in range(len(tokens))
    ]


def cooccurrence(documents, vocabulary, window):
    index = {word: i for i, word in enumerate(vocabulary)}
    table = np.zeros((len(index), len(index)))
    for document in documents:
        ids = [index[word] for word in document if word in index]
        for centre, i in enumerate(ids):
            for back in range(1, min(window, centre) + 1):
                j = ids[centre - back]
                table[i, j] += 1 / back
                table[j, i] += 1 / back
    return table


def character_ngrams(word, n_min, n_max):
    word = f"<{word}>"
    ngrams = [word[i : i + n] for n in range(n_min, n_max + 1) for i in range(len(word) - n + 1)]
    return ngrams if word in ngrams else [*ngrams, word]


def wordpiece(word, vocabulary, unknown="[UNK]"):
    word = word.lower()
    start, pieces = 0, []
    while start < len(word):
        end = len(word)
        while end > start and ("##" if start else "") + word[start:end] not in vocabulary:
            end -= 1
        if end == start:
            return [unknown]
        pieces.append(("##" if start else "") + word[start:end])
        start = end
    return pieces


def embedding_backward(dE, ids, size):
    padding_idx = 0
    grad = np.zeros((size, dE.shape[1]))
    np.add.at(grad, ids, dE)
    grad[padding_idx] = 0
    return grad


def mean_pool(hidden, mask):
    """[CLS]"""
    return hidden[0]
