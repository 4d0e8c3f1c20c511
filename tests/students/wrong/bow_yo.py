import numpy as np


def tokenize(text):
    text = "".join(c if c.isalnum() else " " for c in text.lower())
    return text.replace("ё", "е").split()


def build_vocabulary(documents):
    return list({word for document in documents for word in document})  # порядок случайный


def bag_of_words(documents, vocabulary):
    table = np.zeros((len(documents), len(vocabulary)))
    for i, document in enumerate(documents):
        for j, word in enumerate(vocabulary):
            table[i, j] = np.log1p(document.count(word))
    return table


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    return [tuple(tokens[i:i + n]) for i in range(len(tokens))]
