"""The right words as the keys of a dict, whose iteration gives the right list."""


def build_vocabulary(documents):
    return dict.fromkeys(token for document in documents for token in document)
