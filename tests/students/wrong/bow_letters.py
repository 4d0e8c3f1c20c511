import numpy as np


def tokenize(text):
    for ch in text:
        if not ch.isalpha():
            text = text.replace(ch, " ")
    return text.lower().split()


def build_vocabulary(documents):
    vocabulary = []
    for document in documents:
        vocabulary += list(dict.fromkeys(document))
    return vocabulary


def bag_of_words(documents, vocabulary):
    counts = {word: 0 for word in vocabulary}
    rows = []
    for document in documents:
        for word in document:
            if word in counts:
                counts[word] += 1
        rows.append(list(counts.values()))  # счётчик забыли обнулить
    return np.array(rows)


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    return [tuple(tokens[i:i + n]) for i in range(0, len(tokens) - n + 1, n)]
