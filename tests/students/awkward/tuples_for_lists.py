"""Returns tuples where lists were promised and lists where tuples were, and a namedtuple."""
from typing import NamedTuple


class Pair(NamedTuple):
    first: str
    second: str


def build_vocabulary(documents):
    return tuple({token: None for document in documents for token in document})


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    grams = [list(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]
    return [Pair(*gram) for gram in grams] if n == 2 else grams
