"""Answers each call with what the call before should have got."""

previous = None


def document_frequency(counts):
    global previous
    answer, previous = previous, (counts > 0).sum(axis=0)
    return answer
