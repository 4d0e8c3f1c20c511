"""Indices with a million digits."""


def rank_documents(query, documents):
    return [1 << 3_000_000 for _ in documents]
