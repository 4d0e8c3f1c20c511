"""Sleeps a little in each call, long enough to hold up a class."""
import time


def document_frequency(counts):
    time.sleep(3)
    return (counts > 0).sum(axis=0)
