"""Bag of words with re, itertools and Counter."""

from __future__ import annotations

import re
from collections import Counter, OrderedDict
from itertools import chain, islice

import numpy as np

WORD = re.compile(r"[^\W_]+")


def tokenize(text: str) -> list[str]:
    return [match.group().lower() for match in WORD.finditer(text)]


def build_vocabulary(documents: list[list[str]]) -> list[str]:
    return list(OrderedDict.fromkeys(chain(*documents)))


def bag_of_words(documents: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    counters = map(Counter, documents)
    return np.array([[counter[term] for term in vocabulary] for counter in counters])


def ngrams(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    if n < 1:
        raise ValueError(n)
    return list(zip(*(islice(tokens, start, None) for start in range(n))))
