import numpy as np


class Vocabulary:
    def __init__(self, words=()):
        self.index = {}
        self.update(words)

    def update(self, words):
        for word in words:
            self.index.setdefault(word, len(self.index))

    def words(self):
        return sorted(self.index, key=self.index.get)

    def table(self, documents):
        rows = []
        for document in documents:
            known = [self.index[token] for token in document if token in self.index]
            rows.append(np.bincount(np.array(known, dtype=int), minlength=len(self.index)))
        return np.stack(rows)
