"""The right answers in the wrong form."""
from collections import Counter
from itertools import groupby

import numpy as np


def tokenize(text):
    return " ".join("".join(run) for ok, run in groupby(text.lower(), str.isalnum) if ok)


def build_vocabulary(documents):
    return dict.fromkeys(word for document in documents for word in document)


def bag_of_words(documents, vocabulary):
    return [Counter(word for word in document if word in vocabulary) for document in documents]


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    return zip(*(tokens[i:] for i in range(n)))
