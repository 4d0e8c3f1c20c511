"""Поиск. Вспомогательные функции лежат рядом, в helpers.py."""

from helpers import cosine, weights, words


def tokenize(text):
    return [word.lower() for word in words(text)]


def rank_documents(query, documents):
    asked = weights(query, documents)
    scores = [cosine(weights(document, documents), asked) for document in documents]
    return sorted(range(len(documents)), key=lambda index: -round(scores[index], 12))
