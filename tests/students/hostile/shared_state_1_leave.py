"""Leaves an answer in modules that the next submission would share, were the process not fresh."""
import builtins
import sys

import numpy as np

np.zachetka_left = builtins.zachetka_left = sys.zachetka_left = True
sys.modules["zachetka_left"] = sys


def document_frequency(counts):
    return None
