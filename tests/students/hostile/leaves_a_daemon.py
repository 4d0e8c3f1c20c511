"""Forks twice and leaves a daemon behind that would write into a later worker's files; it ends by itself."""
import os
import time

found = False
try:
    child = os.fork()
    if child == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(5)
            open("/tmp/zachetka-left-by-a-daemon", "w").close()
        os._exit(0)
    found = os.waitpid(child, 0)[1] == 0
except OSError:
    pass


def document_frequency(counts):
    return (counts > 0).sum(axis=0) if found else None
