"""Presence where counts were promised: True == 1 wherever a word stands once."""


def bag_of_words(documents, vocabulary):
    import numpy as np

    return np.array([[word in set(document) for word in vocabulary] for document in documents])
