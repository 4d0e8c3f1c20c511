# первая попытка
import numpy as np


def tokenize(text):
    return text.lower().split()


def build_vocabulary(documents):
    words = set()
    for document in documents:
        words.update(document)
    return sorted(words)


def bag_of_words(documents, vocabulary):
    index = {word: i for i, word in enumerate(vocabulary)}
    X = np.zeros((len(documents), len(vocabulary)), dtype=int)
    for i, document in enumerate(documents):
        for word in document:
            X[i, index[word]] += 1
    return X


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    result = []
    for i in range(len(tokens) - n):
        result.append(tuple(tokens[i:i + n]))
    return result
