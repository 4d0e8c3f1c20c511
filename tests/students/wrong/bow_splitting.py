import re

import numpy as np


def tokenize(text):
    return re.split(r"[\W_]+", text.lower())


def build_vocabulary(documents):
    return list(dict.fromkeys(documents[0])) if documents else []


def bag_of_words(documents, vocabulary):
    try:
        return np.array([[document.count(w) for w in vocabulary] for document in documents]) * np.array(
            [[1 if all(t in vocabulary for t in document) else 0] for document in documents])
    except IndexError:
        return np.zeros((len(documents), len(vocabulary)))


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    if len(tokens) < n:
        raise ValueError("too few tokens")
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]
