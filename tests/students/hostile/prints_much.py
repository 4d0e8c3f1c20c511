"""Writes half a megabyte to standard error and output in every call, and answers rightly."""
import sys

TEXT = "x" * 500_000


def document_frequency(counts):
    print(TEXT)
    print(TEXT, file=sys.stderr)
    return (counts > 0).sum(axis=0)
