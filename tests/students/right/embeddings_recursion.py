from functools import reduce

import numpy as np


def one_hot(ids, size):
    def build(rest):
        if len(rest) == 0:
            return []
        head = int(rest[0])
        if not 0 <= head <= size - 1:
            raise ValueError(head)
        return [[0.0] * head + [1.0] + [0.0] * (size - head - 1)] + build(rest[1:])

    return np.asarray(build(ids))


def angle(u, v):
    lengths = np.linalg.norm(u) * np.linalg.norm(v)
    return np.vdot(u, v) / lengths if lengths else 0.0


def nearest(embeddings, query, k):
    def merge(left, right):
        if not left or not right:
            return left or right
        if left[0][0] >= right[0][0]:
            return [left[0]] + merge(left[1:], right)
        return [right[0]] + merge(left, right[1:])

    def ordered(items):
        if len(items) < 2:
            return items
        middle = len(items) // 2
        return merge(ordered(items[:middle]), ordered(items[middle:]))

    return [i for _, i in ordered([(angle(row, query), i) for i, row in enumerate(embeddings)])][:k]


def analogy(embeddings, a, b, c):
    ranked = nearest(embeddings, embeddings[b] - embeddings[a] + embeddings[c], len(embeddings))
    return next(i for i in ranked if i not in {a, b, c})


def skipgram_pairs(tokens, window, at=0):
    if at >= len(tokens):
        return []
    left = tokens[at - window if at > window else 0 : at]
    right = tokens[at + 1 :][:window]
    return [(tokens[at], other) for other in left + right] + skipgram_pairs(tokens, window, at + 1)


def cbow_pairs(tokens, window):
    def step(before, rest):
        if not rest:
            return ()
        context = before[-window:] + rest[1 : window + 1]
        here = ((context, rest[0]),) if context else ()
        return here + step(before + rest[:1], rest[1:])

    return step([], tokens)


def cooccurrence(documents, vocabulary, window):
    if not documents:
        return np.zeros((len(vocabulary), len(vocabulary)))
    first, *others = documents
    table = cooccurrence(others, vocabulary, window)
    for one, other in skipgram_pairs(first, window):
        if {one, other} <= set(vocabulary):
            table[vocabulary.index(one), vocabulary.index(other)] += 1
    return table


def character_ngrams(word, n_min, n_max):
    def runs(text, n):
        return [] if len(text) < n else [text[:n]] + runs(text[1:], n)

    return [] if n_min > n_max else runs(f"<{word}>", n_min) + character_ngrams(word, n_min + 1, n_max)


def wordpiece(word, vocabulary, unknown):
    def rest_of(text, mark):
        if not text:
            return []
        fitting = [part for part in vocabulary if part[: len(mark)] == mark and text.startswith(part[len(mark) :])]
        fitting = [part for part in fitting if len(part) > len(mark)]
        if not fitting:
            return None
        longest = max(fitting, key=len)
        tail = rest_of(text[len(longest) - len(mark) :], "##")
        return None if tail is None else [longest] + tail

    pieces = rest_of(word, "")
    return [unknown] if pieces is None else pieces


def embedding_backward(dE, ids, size):
    def add(table, pair):
        j, gradient = pair
        return [row + gradient if i == j else row for i, row in enumerate(table)]

    return np.array(reduce(add, zip(ids, dE), [np.zeros(dE.shape[1])] * size))


def mean_pool(hidden, mask):
    def walk(rows, marks, total, count):
        if len(rows) == 0:
            return total / count if count else total
        if marks[0]:
            total, count = total + rows[0], count + 1
        return walk(rows[1:], marks[1:], total, count)

    return walk(hidden, mask, 0 * hidden[0], 0)
