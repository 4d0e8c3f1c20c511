"""Objects with __call__, functools.partial and a lambda under the names of exercises."""
import functools

import numpy as np


class Frequency:
    def __call__(self, counts):
        return (counts > 0).sum(axis=0)


def idf(plus, counts):
    return np.log((plus + len(counts)) / (plus + (counts > 0).sum(axis=0))) + 1


document_frequency = Frequency()
smooth_idf = functools.partial(idf, 1)
ngrams = lambda tokens, n: [tuple(tokens[i:i + n]) for i in range(len(tokens) + 1 - n)] if n > 0 else int("n < 1")  # noqa: E731
