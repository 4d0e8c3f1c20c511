"""Changes the settings of NumPy, the recursion limit, the locale and the seeds."""
import locale
import random
import sys
import warnings

import numpy as np

np.set_printoptions(precision=2, suppress=True, threshold=5, formatter={"float": lambda x: "?"})
np.seterr(all="ignore")
np.random.seed(42)
random.seed(42)
sys.setrecursionlimit(5000)
warnings.filterwarnings("ignore")
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass


def cosine_similarity(a, b):
    a = a / np.linalg.norm(a, axis=1, keepdims=True)
    b = b / np.linalg.norm(b, axis=1, keepdims=True)
    return np.nan_to_num(a @ b.T, nan=0.0)
