"""Answers three calls rightly, then leaves quietly: the rest must not count as passed."""
import os

calls = 0


def document_frequency(counts):
    global calls
    calls += 1
    if calls > 3:
        os._exit(0)
    return (counts > 0).sum(axis=0)
