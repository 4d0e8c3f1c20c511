from dataclasses import dataclass

import numpy as np


class Space:
    """Directions of words."""

    def __init__(self, rows):
        self.rows = np.array([self.direction(row) for row in rows])

    @staticmethod
    def direction(vector):
        largest = np.abs(vector).max()
        if largest == 0:
            return vector
        scaled = vector / largest
        return scaled / np.sqrt(scaled @ scaled)

    def angles(self, vector):
        cosines = self.rows @ self.direction(vector)
        return np.arccos(np.clip(cosines, -1, 1))

    def ranking(self, vector):
        angles = self.angles(vector)
        return sorted(range(len(angles)), key=angles.__getitem__)


@dataclass
class Vocabulary:
    size: int

    def check(self, ids):
        bad = [int(i) for i in ids if i not in range(self.size)]
        if bad:
            raise ValueError(f"unknown words: {bad}")

    def codes(self, ids):
        self.check(ids)
        return np.identity(self.size)[ids]

    def scatter(self, rows, ids):
        return self.codes(ids).T.dot(rows)


class UnknownWord(ValueError):
    pass
