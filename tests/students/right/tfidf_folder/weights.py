import numpy as np

__all__ = ["term_frequency", "document_frequency", "inverse_document_frequency", "smooth_idf", "tfidf"]


def term_frequency(counts):
    return np.apply_along_axis(lambda row: row / max(row.sum(), 1), 1, counts)


def document_frequency(counts):
    return np.apply_along_axis(np.count_nonzero, 0, counts)


def inverse_document_frequency(counts):
    logs = np.vectorize(lambda df: np.log(len(counts) / df) if df else 0.0, otypes=[float])
    return logs(document_frequency(counts))


def smooth_idf(counts):
    return np.log((len(counts) + 1) / (document_frequency(counts) + 1)) + 1


def tfidf(counts):
    return term_frequency(counts) @ np.diag(inverse_document_frequency(counts))
