"""Sends the head of a reply and half of its body, then leaves with status 0."""
import os
import struct


def document_frequency(counts):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, struct.pack("<I", 200) + b"\x00" * 100)
        except OSError:
            pass
    os._exit(0)
