"""Asks for the platform, the number of cores, the time and the working directory, as timing code does."""
import os
import platform
import sys
import time

import numpy as np

try:
    FACTS = (sys.version, sys.platform, os.cpu_count(), time.time(), time.localtime(), os.getcwd(), platform.python_version())
except OSError:
    FACTS = ()


def smooth_idf(counts):
    time.sleep(0.0001)
    return np.log((1 + len(counts)) / (1 + (counts != 0).sum(axis=0))) + 1
