"""Returns a list of half a million empty lists each time: a byte or five on the wire, 64 in the memory of whoever reads."""

ANSWER = [[] for _ in range(500_000)]


def build_vocabulary(documents):
    return ANSWER
