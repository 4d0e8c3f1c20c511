"""Raises text with lone surrogates and NUL, which neither UTF-8 nor a database takes."""


def tfidf(counts):
    raise ValueError("\ud800\udfff \x00 \U0010ffff\ufffe")
