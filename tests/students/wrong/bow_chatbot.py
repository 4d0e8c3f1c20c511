"""Мешок слов для чат-бота: есть слово или нет."""
import numpy as np


def tokenize(text):
    words = "".join(c if c.isalnum() else " " for c in text).split()
    return list(dict.fromkeys(word.lower() for word in words))


def build_vocabulary(documents):
    vocabulary = []
    for document in documents:
        for word in document:
            w = word.lower()
            if w not in vocabulary:
                vocabulary.append(w)
    return vocabulary


def bag_of_words(documents, vocabulary):
    bag = np.zeros((len(documents), len(vocabulary)), dtype=np.int64)
    for i, document in enumerate(documents):
        for word in document:
            if word in vocabulary:
                bag[i, vocabulary.index(word)] = 1
    return bag


def ngrams(tokens, n):
    if n < 1:
        raise ValueError(n)
    grams = []
    for i in range(len(tokens) - n + 1):
        gram = tuple(tokens[i:i + n])
        if gram not in grams:
            grams.append(gram)
    return grams
