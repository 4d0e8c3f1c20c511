"""Hostile: takes all the memory there is."""


def build_vocabulary(documents):
    words = ["слово"] * 10**10
    return words[:1]
