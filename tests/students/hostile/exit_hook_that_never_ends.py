"""Registers exit hooks and finalizers that never return."""
import atexit
import time


class Immortal:
    def __del__(self):
        time.sleep(3600)


atexit.register(time.sleep, 3600)
immortal = Immortal()


def document_frequency(counts):
    return (counts > 0).sum(axis=0)
