"""Products instead of cosines, and a limit that no short word meets."""

import numpy as np


def nearest(embeddings, query, k):
    return np.argsort(-(embeddings @ query), kind="stable")[:k].tolist()


def wordpiece(word, vocabulary, unknown):
    if len(word) > 10:
        return [unknown]
    pieces, start = [], 0
    while start < len(word):
        for stop in range(len(word), start, -1):
            piece = ("##" if start else "") + word[start:stop]
            if piece in vocabulary:
                pieces.append(piece)
                start = stop
                break
        else:
            return [unknown]
    return pieces
