import string

import numpy as np


def tokenize(text):
    table = str.maketrans({mark: " " for mark in string.punctuation})
    return text.lower().translate(table).split()


def build_vocabulary(documents):
    vocabulary = {}
    for document in documents:
        for word in document:
            vocabulary[word] = len(vocabulary)
    return list(vocabulary.items())


def bag_of_words(documents, vocabulary):
    table = np.zeros((len(documents), len(vocabulary) + 1), dtype=int)  # последний столбец для незнакомых
    for i, document in enumerate(documents):
        for word in document:
            table[i, vocabulary.index(word) if word in vocabulary else -1] += 1
    return table


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    return [(tokens[i], tokens[i + 1]) for i in range(len(tokens) - 1)]
