"""Writes a log and a picture when it can."""
import os
import tempfile

import numpy as np


def document_frequency(counts):
    try:
        with open(os.path.join(tempfile.gettempdir(), "log.txt"), "a") as log:
            log.write("called\n")
    except OSError:
        pass
    return np.array([sum(1 for value in column if value) for column in counts.T])
