import numpy as np

from text import Splitter, Window
from vectors import Space, UnknownWord, Vocabulary


def one_hot(ids, size):
    try:
        return Vocabulary(size).codes(ids)
    except ValueError as error:
        raise UnknownWord(*error.args) from None


def nearest(embeddings, query, k):
    return Space(embeddings).ranking(query)[:k]


def analogy(embeddings, a, b, c):
    inputs = {a, b, c}
    query = np.array([-1, 1, 1]) @ embeddings[[a, b, c]]
    return [word for word in Space(embeddings).ranking(query) if word not in inputs][0]


def skipgram_pairs(tokens, window):
    return [(centre, other) for centre, context in Window(tokens, window) for other in context]


def cbow_pairs(tokens, window):
    return [(context, centre) for centre, context in Window(tokens, window) if context]


def cooccurrence(documents, vocabulary, window):
    total = sum((Window(document, window).counts() for document in documents), start=Window([], 1).counts())
    return np.array([[total[one, other] for other in vocabulary] for one in vocabulary])


def character_ngrams(word, n_min, n_max):
    marked = word.join("<>")
    starts = range(len(marked))
    return [marked[i:][:n] for n in range(n_min, n_max + 1) for i in starts if i + n <= len(marked)]


def wordpiece(word, vocabulary, unknown):
    try:
        return list(Splitter(vocabulary).split(word))
    except LookupError:
        return [unknown]


def embedding_backward(dE, ids, size):
    return Vocabulary(size).scatter(dE, ids)


def mean_pool(hidden, mask):
    return np.average(hidden, axis=0, weights=mask) if mask.any() else np.zeros_like(hidden[0])
