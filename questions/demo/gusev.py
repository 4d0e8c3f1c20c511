"""Гусев: словарь общий для всех вызовов."""

vocabulary = []


def build_vocabulary(documents):
    for document in documents:
        for token in document:
            if token not in vocabulary:
                vocabulary.append(token)
    return vocabulary
