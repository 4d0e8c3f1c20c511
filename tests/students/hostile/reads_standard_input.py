"""Waits for somebody to type."""


def document_frequency(counts):
    return input("answer? ")
