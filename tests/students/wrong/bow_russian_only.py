import re

import numpy as np


def tokenize(text):
    return re.findall("[а-яa-z0-9]+", text.lower())


def build_vocabulary(documents):
    words = [word.replace("ё", "е") for document in documents for word in document]
    return sorted(set(words), key=words.index)


def bag_of_words(documents, vocabulary):
    rows = []
    for document in documents:
        document = [word.lower() for word in document]
        rows.append([document.count(word) for word in vocabulary])
    return np.array(rows)


def ngrams(tokens, n):
    if n < 1:
        return []
    return list(zip(*[tokens[i:] for i in range(n)]))
