"""Sets the recursion limit so low that the worker's own code can hardly run."""
import sys


def document_frequency(counts):
    depth, frame = 0, sys._getframe()
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    sys.setrecursionlimit(depth + 2)
    return [[[0]]]
