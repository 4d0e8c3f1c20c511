"""One power of numbers that takes years, all of it in C."""


def document_frequency(counts):
    return pow(7, 10**9) % 10
