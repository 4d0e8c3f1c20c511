"""Hostile: looks for the solution on the disk and runs it."""

import os
import sys

found = {}
for folder in (".", "..", *sys.path):
    for path in ("solutions/tfidf.py", "grader/_course/solutions/tfidf.py"):
        try:
            with open(os.path.join(folder, path), encoding="utf-8") as file:
                exec(file.read(), found)
        except OSError:
            pass


def tfidf(counts):
    return found["tfidf"](counts)
