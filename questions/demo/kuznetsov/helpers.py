"""Vectors as dictionaries: word -> weight."""

import math


def words(text):
    return "".join(letter if letter.isalnum() else " " for letter in text).split()


def weights(tokens, documents):
    vector = {}
    for token in tokens:
        df = sum(token in document for document in documents)
        if df:
            vector[token] = vector.get(token, 0.0) + math.log(len(documents) / df)
    return vector


def cosine(one, other):
    lengths = [math.sqrt(sum(value * value for value in vector.values())) for vector in (one, other)]
    if 0.0 in lengths:
        return 0.0
    return sum(value / lengths[0] * (other.get(token, 0.0) / lengths[1]) for token, value in one.items())
