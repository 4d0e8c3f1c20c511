"""A fork bomb with a fuse: at most 2**7 processes, each of which ends by itself after three seconds."""
import os
import time


def document_frequency(counts):
    for _ in range(7):
        os.fork()
    time.sleep(3)
    os._exit(0)
