"""Raises a class of its own called ValueError: right everywhere but there."""


class ValueError(Exception):  # noqa: A001
    __module__ = "builtins"
    __qualname__ = "ValueError"


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n must be at least 1")
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]
