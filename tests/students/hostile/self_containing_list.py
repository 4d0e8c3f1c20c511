"""A list that contains itself."""


def build_vocabulary(documents):
    knot = []
    knot.append(knot)
    return knot
