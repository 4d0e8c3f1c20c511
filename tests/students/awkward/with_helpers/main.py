"""Takes all that `helpers` offers."""
import numpy as np
from helpers import *


def tokenize(text):
    return [word.lower() for word in words_of(text)]


def bag_of_words(documents, vocabulary):
    tables = [count_words(document) for document in documents]
    cells = [[table[word] for word in vocabulary] for table in tables]
    return np.array(cells, dtype=np.int64).reshape(len(documents), len(vocabulary))
