"""Computes its columns in a pool of threads."""
from concurrent.futures import ThreadPoolExecutor
from threading import Lock, Thread

import numpy as np

lock = Lock()


def document_frequency(counts):
    with ThreadPoolExecutor(max_workers=2) as pool:
        return np.array(list(pool.map(lambda column: int((column > 0).sum()), counts.T)))


def smooth_idf(counts):
    answers = []

    def work():
        with lock:
            answers.append(np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1)

    thread = Thread(target=work)
    thread.start()
    thread.join()
    return answers[0]
