"""Returns counts as uint8, as floats and as a view of a bool array."""
import numpy as np


def document_frequency(counts):
    return np.clip(counts, 0, 1).sum(axis=0, dtype=np.float64)


def bag_of_words(documents, vocabulary):
    table = np.zeros((len(documents), len(vocabulary)), dtype=np.uint16)
    places = {word: place for place, word in enumerate(vocabulary)}
    for row, document in enumerate(documents):
        for token in document:
            if token in places:
                table[row, places[token]] += 1
    return table
