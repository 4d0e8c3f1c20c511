"""Raises ValueError always, since some inputs ask for it."""


def ngrams(tokens, n):
    raise ValueError("no")
