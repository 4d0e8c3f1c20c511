"""A thread that is no daemon and never ends keeps the interpreter from leaving."""
import threading

threading.Thread(target=threading.Event().wait).start()


def document_frequency(counts):
    return (counts > 0).sum(axis=0)
