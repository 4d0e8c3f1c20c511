"""Keeps answers in an lru_cache and in a dict of its own."""
from functools import lru_cache

cache = {}


@lru_cache(maxsize=None)
def lower(word):
    return word.lower()


def tokenize(text):
    if text not in cache:
        cache[text] = tuple(lower(word) for word in "".join(c if c.isalnum() else " " for c in text).split())
    return list(cache[text])


@lru_cache
def _ngrams(tokens, n):
    return tuple(zip(*(tokens[i:] for i in range(n)), strict=False))


def ngrams(tokens, n):
    if n < 1:
        raise ValueError(f"n={n} must be at least 1")
    return list(_ngrams(tuple(tokens), n))
