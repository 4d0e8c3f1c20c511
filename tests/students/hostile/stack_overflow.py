"""Lifts the recursion limit and calls itself through C until the stack of the process is used up."""
import sys

sys.setrecursionlimit(10**9)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x"[:0])


def document_frequency(counts):
    return [Deep().x]
