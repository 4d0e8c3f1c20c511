import re

import numpy as np


def tokenize(text):
    return re.findall(r"[a-zA-Z0-9]+|[А-Яа-яЁё0-9]+", text.lower())


def build_vocabulary(documents):
    seen, vocabulary = set(), []
    for document in documents:
        for word in document:
            if word not in seen:
                vocabulary.append(word)
        seen.update(document)
    return vocabulary


def bag_of_words(documents, vocabulary):
    table = np.zeros((len(documents), len(vocabulary)), dtype=bool)
    for i, document in enumerate(documents):
        for j, word in enumerate(vocabulary):
            table[i, j] += document.count(word)
    return table


def ngrams(tokens, n):
    if not isinstance(n, int) or n < 1 or n > len(tokens):
        return []
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]
