"""Asks for no limits at all, for this and for other processes, and for priority, then spins."""
import os
import resource

for number in range(16):
    for wanted in ((-1, -1), (resource.getrlimit(number)[1],) * 2):
        try:
            resource.setrlimit(number, wanted)
            resource.prlimit(os.getppid(), number, wanted)
        except (OSError, ValueError, AttributeError):
            pass
try:
    os.nice(-20)
except OSError:
    pass


def document_frequency(counts):
    while True:
        pass
