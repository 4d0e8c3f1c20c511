"""Aborts, which would also write a core file."""
import os


def document_frequency(counts):
    os.abort()
