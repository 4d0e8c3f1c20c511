"""Closes every descriptor at import: the checker must notice the silence and go on."""
import os

os.closerange(0, 256)


def document_frequency(counts):
    return None
