"""Егорова: цикл, который никогда не кончается."""


def document_frequency(counts):
    frequency = [0] * counts.shape[1]
    term = 0
    while term < counts.shape[1]:
        frequency[term] = sum(1 for document in counts if document[term] > 0)
    return frequency
