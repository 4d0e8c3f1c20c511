"""Sorts the caller's list in a way that a length check cannot see, after a right answer was computed."""


def build_vocabulary(documents):
    answer = list(dict.fromkeys(token for document in documents for token in document))
    for document in documents:
        document.reverse()
    documents.sort()
    return answer
