"""Sleeps for an hour and burns no CPU time."""
import time


def document_frequency(counts):
    time.sleep(3600)
