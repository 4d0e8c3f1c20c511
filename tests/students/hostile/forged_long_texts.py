"""Sends exceptions whose class names, text and place have two megabytes, and leaves the rest unanswered."""
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
    kinds = b"[" + struct.pack("<I", 90) + text(b"K" * 10_000) * 90
    send(b"(" + struct.pack("<I", 5) + text(b"raised") + kinds + text(b"<b>=1+1</b>" * 100_000) + text(b"w" * 1_000_000) + b"F")
    os._exit(0)
