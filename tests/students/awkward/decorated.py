"""Decorators that log, time, check and forget the name of what they wrap."""
import functools
import time

import numpy as np


def timed(function):
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        answer = function(*args, **kwargs)
        wrapper.seconds = time.perf_counter() - start
        return answer

    return wrapper


def checked(kind):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(matrix):
            assert isinstance(matrix, kind)
            return function(matrix)

        return wrapper

    return decorate


@timed
@checked(np.ndarray)
def l2_normalize(matrix):
    lengths = np.linalg.norm(matrix, axis=1)
    return matrix / np.where(lengths == 0, 1, lengths)[:, None]
