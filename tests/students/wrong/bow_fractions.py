import numpy as np


def tokenize(text):
    tokens, word = [], ""
    for c in text + " ":
        if c.isalpha() or c.isdigit():
            word += c.lower()
        elif word:
            tokens.append(word)
            word = ""
    return tokens


def build_vocabulary(documents):
    documents.sort(key=len)
    return list(dict.fromkeys(word for document in documents for word in document))


def bag_of_words(documents, vocabulary):
    rows = []
    for document in documents:
        row = []
        for word in vocabulary:
            count = 0
            while word in document:
                document.remove(word)
                count += 1
            row.append(count)
        rows.append(row)
    return np.array(rows)


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    padded = ["<s>"] * (n - 1) + list(tokens) + ["</s>"] * (n - 1)
    return [tuple(padded[i:i + n]) for i in range(len(padded) - n + 1)]
