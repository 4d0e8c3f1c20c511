"""Reads address 0."""
import ctypes


def document_frequency(counts):
    return ctypes.string_at(0)
