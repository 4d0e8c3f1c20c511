"""Thirty nested pairs that share their halves: tiny in memory, 2**30 items when written out."""


def build_vocabulary(documents):
    pair = ["слово"]
    for _ in range(30):
        pair = [pair, pair]
    return pair
