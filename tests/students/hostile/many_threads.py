"""Starts up to 2,000 threads that wait."""
import threading


def document_frequency(counts):
    wait = threading.Event()
    for _ in range(2000):
        threading.Thread(target=wait.wait, args=(8,), daemon=True).start()
    return None
