"""Doubles a list for ever (up to some 8 gigabytes, should nobody stop it)."""


def build_vocabulary(documents):
    words = ["слово"]
    for _ in range(30):
        words = words + words
    return words[:1]
