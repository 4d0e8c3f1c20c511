"""The right number of items, each of which is an array where a word was promised: `==` gives no truth value."""
import numpy as np


def build_vocabulary(documents):
    return [np.arange(3) for _ in {token for document in documents for token in document}]


def rank_documents(query, documents):
    return [np.arange(2) for _ in documents]
