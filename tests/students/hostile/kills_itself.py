"""Sends itself SIGKILL, so that it looks like a victim of the memory limit."""
import os
import signal


def document_frequency(counts):
    os.kill(os.getpid(), signal.SIGKILL)
