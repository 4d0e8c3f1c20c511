"""Попова: слова разделены пробелами."""


def tokenize(text):
    return text.lower().split()


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n must be positive")
    return [tuple(tokens[i : i + n]) for i in range(len(tokens) - n)]
