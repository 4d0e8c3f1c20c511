"""Loops for ever while it is imported."""
while True:
    pass


def document_frequency(counts):
    return (counts > 0).sum(axis=0)
