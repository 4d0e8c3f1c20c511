import re

import numpy as np


def tokenize(text):
    return re.findall("[а-яёa-z0-9]+", text.lower())


def build_vocabulary(documents):
    if not any(documents):
        raise ValueError("нет ни одного слова")
    return list(dict.fromkeys(word for document in documents for word in document))


def bag_of_words(documents, vocabulary):
    filled = [document for document in documents if document]
    return np.array([[document.count(word) for word in vocabulary] for document in filled]).reshape(-1, len(vocabulary))


def ngrams(tokens, n):
    if not tokens:
        return []
    if n < 1:
        raise ValueError("n < 1")
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]
