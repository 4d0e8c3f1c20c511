"""Announces a reply of 2**32 - 1 bytes and sends a little of it: the checker must not set the memory aside."""
import os


def document_frequency(counts):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"\xff\xff\xff\xff" + b"\x00" * 1000)
        except OSError:
            pass
    os._exit(0)
