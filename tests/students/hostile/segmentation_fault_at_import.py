"""Reads address 0 while it is imported."""
import ctypes

ctypes.string_at(0)


def document_frequency(counts):
    return (counts > 0).sum(axis=0)
