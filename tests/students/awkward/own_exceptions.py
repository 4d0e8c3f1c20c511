"""Raises subclasses of ValueError and KeyError, from other exceptions and with odd texts."""
import csv
import io


class TooSmall(ValueError):
    def __init__(self, n):
        super().__init__({"n": n}, b"\xff", "<b>мало</b>")


class NoColumn(KeyError):
    pass


def ngrams(tokens, n):
    try:
        assert n >= 1
    except AssertionError as error:
        raise TooSmall(n) from error
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]


def documents_from_csv(text, column):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if not rows or column not in rows[0]:
        raise NoColumn(column)
    return [row[rows[0].index(column)] for row in rows[1:]]
