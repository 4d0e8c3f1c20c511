"""Loops for ever."""


def document_frequency(counts):
    while True:
        pass
