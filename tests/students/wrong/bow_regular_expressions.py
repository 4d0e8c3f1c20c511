import re
from collections import Counter

import numpy as np


def tokenize(text):
    return re.findall(r"\w+", text.lower())


def build_vocabulary(documents):
    counter = Counter()
    for document in documents:
        counter.update(document)
    return [word for word, count in counter.most_common()]


def bag_of_words(documents, vocabulary):
    texts = [" ".join(document) for document in documents]
    return np.array([[text.count(word) for word in vocabulary] for text in texts])


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    return [" ".join(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]
