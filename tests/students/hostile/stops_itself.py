"""Stops its own process by SIGSTOP, so that it neither runs nor ends."""
import os
import signal


def document_frequency(counts):
    os.kill(os.getpid(), signal.SIGSTOP)
    return None
