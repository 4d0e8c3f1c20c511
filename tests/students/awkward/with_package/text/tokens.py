"""Runs of letters and digits."""
import itertools


def split(text):
    return ["".join(run).lower() for good, run in itertools.groupby(text, str.isalnum) if good]
