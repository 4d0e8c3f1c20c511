"""Says that its answer was too large by a number of nine thousand digits, which Python refuses to print."""
import os
import struct

def text(word):
    return b"s" + struct.pack("<I", len(word)) + word


def send(payload, times=1):
    try:
        os.write(3, (struct.pack("<I", len(payload)) + payload) * times)
    except OSError:
        pass


def document_frequency(counts):
    huge = b"I" + struct.pack("<I", 4000) + b"\xff" * 3999 + b"\x00"
    send(b"(" + struct.pack("<I", 2) + text(b"oversize") + huge)
    os._exit(0)
