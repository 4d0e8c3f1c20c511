"""A list within a list, 100,000 deep: a recursive encoder would run out of stack."""


def build_vocabulary(documents):
    nest = []
    for _ in range(100_000):
        nest = [nest]
    return nest
