"""Replaces its own code object after two right answers."""


def wrong(counts):
    return counts[0] * 0


def document_frequency(counts, calls=[]):  # noqa: B006
    calls.append(1)
    if len(calls) == 2:
        document_frequency.__code__ = wrong.__code__
        document_frequency.__defaults__ = None
    return (counts > 0).sum(axis=0)
