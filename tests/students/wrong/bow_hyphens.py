import re

import numpy as np


def tokenize(text):
    return [t.lower() for t in re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text)]


def build_vocabulary(documents):
    words = [word for document in documents for word in document]
    return [word for word in dict.fromkeys(words) if words.count(word) >= 2]


def bag_of_words(documents, vocabulary):
    return [[document.count(word) for word in vocabulary] for document in documents]


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    if len(tokens) < n:
        return [tuple(tokens)]
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]
