"""Case and order are handled in another way."""
from itertools import groupby

import numpy as np


def tokenize(text):
    return ["".join(run) for ok, run in groupby(text, str.isalnum) if ok]


def build_vocabulary(documents):
    last = {}
    position = 0
    for document in documents:
        for word in document:
            last[word] = position
            position += 1
    return sorted(last, key=last.get)


def bag_of_words(documents, vocabulary):
    table = np.zeros((len(vocabulary), len(documents)), dtype=int)
    for i, word in enumerate(vocabulary):
        for j, document in enumerate(documents):
            table[i, j] = document.count(word)
    return table


def ngrams(tokens, n):
    if n < 0:
        raise ValueError("n is negative")
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]
