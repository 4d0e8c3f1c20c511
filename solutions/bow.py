"""Bag of words: from a text to tokens, from tokens to a vocabulary, from both to a table of counts."""

from itertools import groupby

import numpy as np
from jaxtyping import Int


def tokenize(text: str) -> list[str]:
    """Words of the text: maximal runs of letters and digits (str.isalnum), each in lower case."""
    return ["".join(run).lower() for is_word, run in groupby(text, key=str.isalnum) if is_word]


def build_vocabulary(documents: list[list[str]]) -> list[str]:
    """Distinct tokens of all documents in order of first appearance."""
    return list(dict.fromkeys(token for document in documents for token in document))


def bag_of_words(documents: list[list[str]], vocabulary: list[str]) -> Int[np.ndarray, "docs terms"]:
    """Table C of shape (docs, terms): C[i, j] = how many times term j stands in document i.

    Terms are the columns in the order of the vocabulary, which has no duplicates;
    tokens outside it are ignored.
    """
    column = {term: j for j, term in enumerate(vocabulary)}
    C = np.zeros((len(documents), len(vocabulary)), dtype=np.int64)
    for i, document in enumerate(documents):
        for token in document:
            if token in column:
                C[i, column[token]] += 1
    return C


def ngrams(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Consecutive n-grams (w_i, …, w_{i+n-1}) in order; none when there are fewer than n tokens.

    Raises ValueError when n < 1.
    """
    if n < 1:
        raise ValueError(f"n={n}: an n-gram has at least one token")
    return [tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1)]
