"""A generator that would spin for ever in whoever turns it into a list."""


def build_vocabulary(documents):
    while True:
        yield "слово"
