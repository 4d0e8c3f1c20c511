"""Hostile: leaves with exit status 0, as if every test had passed."""

import os


def tfidf(counts):
    os._exit(0)
