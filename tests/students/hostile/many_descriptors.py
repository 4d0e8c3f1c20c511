"""Opens pipes until no descriptor is left, and keeps them."""
import os

kept = []


def document_frequency(counts):
    while True:
        kept.append(os.pipe())
