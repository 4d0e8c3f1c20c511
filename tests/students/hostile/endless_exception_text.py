"""Raises an exception whose __str__ never returns."""


class Endless(Exception):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


def tfidf(counts):
    raise Endless
