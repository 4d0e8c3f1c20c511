"""Hostile: takes all the memory there is."""


def build_vocabulary(documents):
    words = ["слово"] * 1_000_000
    for _ in range(13):
        words = words + words
    return words[:1]
