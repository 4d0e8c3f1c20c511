"""One small slip in each function."""
import re
import unicodedata

import numpy as np


def tokenize(text):
    return [t.lower() for t in re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text))]


def build_vocabulary(documents):
    vocabulary = []
    for document in documents:
        for word in document:
            if word.lower() not in map(str.lower, vocabulary):
                vocabulary.append(word)
    return vocabulary


def bag_of_words(documents, vocabulary):
    table = np.zeros((len(documents), len(vocabulary)), dtype=int)
    for i, document in enumerate(documents):
        for word in document:
            for j, known in enumerate(vocabulary):
                if word.startswith(known):
                    table[i, j] += 1
    return table


def ngrams(tokens, n):
    if n == 0:
        raise ValueError("n")
    return list(zip(*(tokens[i:] for i in range(n))))
