"""Raises an exception whose text has 100 megabytes."""


def tfidf(counts):
    raise RuntimeError("x" * 100_000_000)
