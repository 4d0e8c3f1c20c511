"""Binds methods of an object to the names of exercises."""
import numpy as np


class Weights:
    def __init__(self, smooth):
        self.smooth = smooth

    def idf(self, counts):
        return np.log((self.smooth + len(counts)) / (self.smooth + (counts > 0).sum(axis=0))) + 1

    @staticmethod
    def frequency(counts):
        return np.apply_along_axis(np.count_nonzero, 0, counts)


smooth_idf = Weights(1).idf
document_frequency = Weights.frequency
