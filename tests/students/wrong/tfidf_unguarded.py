import numpy as np


def term_frequency(counts):
    return counts / counts.sum(axis=1, keepdims=True)


def inverse_document_frequency(counts):
    return np.log(len(counts) / (counts > 0).sum(axis=0))


def tfidf(counts):
    return term_frequency(counts) * inverse_document_frequency(counts)


def tfidf_smooth(counts):
    w = counts * (np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1)
    return l2_normalize(w)


def l2_normalize(matrix):
    return matrix / np.linalg.norm(matrix, axis=1, keepdims=True)


def cosine_similarity(a, b):
    return l2_normalize(a) @ l2_normalize(b).T


def rank_documents(query, documents):
    vocabulary = list({w for d in documents for w in d})
    C = np.array([[d.count(w) for w in vocabulary] for d in documents])
    q = np.array([query.count(w) for w in vocabulary]) * inverse_document_frequency(C)
    scores = cosine_similarity(q[None], tfidf(C))[0]
    return sorted(range(len(documents)), key=lambda i: scores[i], reverse=True)
