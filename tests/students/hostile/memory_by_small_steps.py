"""Collects memory in small steps, catches MemoryError and goes on (up to 3 gigabytes, should nobody stop it)."""

hoard = []


def document_frequency(counts):
    while len(hoard) < 3000:
        try:
            hoard.append(bytearray(b"\x01") * (1 << 20))
        except MemoryError:
            hoard.append(None)
    raise MemoryError
