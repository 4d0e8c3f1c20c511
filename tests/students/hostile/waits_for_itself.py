"""Waits for a lock that it holds itself."""
import threading


def document_frequency(counts):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
