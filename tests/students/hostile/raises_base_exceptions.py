"""Raises KeyboardInterrupt, as if somebody had pressed Ctrl-C, and GeneratorExit."""


def tfidf(counts):
    raise KeyboardInterrupt


def tokenize(text):
    raise GeneratorExit


def build_vocabulary(documents):
    raise StopIteration([])
