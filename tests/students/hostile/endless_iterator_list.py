"""A list subclass whose iterator never ends and whose length is negative."""
import itertools


class Endless(list):
    def __iter__(self):
        return itertools.repeat("слово")

    def __len__(self):
        return 1 << 40


def build_vocabulary(documents):
    return Endless()
