"""What CountVectorizer does by default."""
import re

import numpy as np


def tokenize(text):
    return re.findall(r"(?u)\b\w\w+\b", text.lower())


def build_vocabulary(documents):
    return sorted({token.lower() for document in documents for token in document})


def bag_of_words(documents, vocabulary):
    columns = sorted(vocabulary)
    return np.array([[document.count(term) for term in columns] for document in documents])


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("ngram_range")
    return [tuple(tokens[i:i + k]) for k in range(1, n + 1) for i in range(len(tokens) - k + 1)]
