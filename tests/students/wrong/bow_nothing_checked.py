import re

import numpy as np


def tokenize(text):
    text = re.sub(r"[\W_]+", " ", text.lower()).strip()
    return text.split(" ")


def build_vocabulary(documents):
    vocabulary = []
    for document in documents:
        if not document:
            return vocabulary
        for word in document:
            if word not in vocabulary:
                vocabulary.append(word)
    return vocabulary


def bag_of_words(documents, vocabulary):
    index = {word: i for i, word in enumerate(vocabulary)}
    table = np.zeros((len(documents), len(vocabulary)), dtype=int)
    for i, document in enumerate(documents):
        for word in document:
            table[i, index.get(word, -1)] += 1
    return table


def ngrams(tokens, n):
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]
