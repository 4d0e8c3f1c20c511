"""A daemon thread writes into all descriptors while the worker answers."""
import os
import threading
import time


def forge():
    for _ in range(200):
        for descriptor in range(3, 64):
            try:
                os.write(descriptor, b"\x01\x00\x00\x00N")
            except OSError:
                pass
        time.sleep(0.001)


threading.Thread(target=forge, daemon=True).start()


def document_frequency(counts):
    return None
