import re

import numpy as np


def tokenize(text):
    return re.findall(r"[^\W_]+", text.casefold())


def build_vocabulary(documents):
    words = [word for document in documents for word in document]
    return [word for i, word in enumerate(words) if i == 0 or words[i - 1] != word]


def bag_of_words(documents, vocabulary):
    table = np.array([[document.count(word) for word in vocabulary] for document in documents], dtype=float)
    lengths = np.array([max(len(document), 1) for document in documents])
    return table / lengths[:, None]


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    if n == 1:
        return tokens
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]
