import numpy as np


def lengths(rows):
    return np.array([np.sqrt(row @ row) for row in rows])


def unit(rows):
    norms = lengths(rows)
    result = np.zeros(rows.shape)
    for i in np.flatnonzero(norms):
        result[i] = rows[i] / norms[i]
    return result


def cosines(a, b):
    return np.array([[np.vdot(x, y) for y in unit(b)] for x in unit(a)])
