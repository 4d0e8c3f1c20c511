"""Imports the module that imports it."""
import b_second


def weights(counts):
    return b_second.smooth_idf(counts)
