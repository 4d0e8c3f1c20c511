"""Generators and iterators inside, a list at the end."""
import itertools
import re


def runs(text):
    for match in re.finditer(r"[^\W_]+", text):
        yield match.group()


def build_vocabulary(documents):
    seen = set()
    fresh = (t for t in itertools.chain.from_iterable(documents) if not (t in seen or seen.add(t)))
    return [*fresh]


def ngrams(tokens, n):
    if n < 1:
        raise ValueError
    windows = itertools.tee(tokens, n)
    for skip, window in enumerate(windows):
        next(itertools.islice(window, skip, skip), None)
    return list(zip(*windows, strict=False))
