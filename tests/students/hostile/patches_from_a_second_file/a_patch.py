"""Patches what the worker will use for the other file."""
import builtins
import types

import numpy as np

builtins.callable = lambda thing: True

np.zeros = np.empty = lambda *a, **k: np.full((1, 1), np.nan)
