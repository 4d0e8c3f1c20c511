import numpy as np


def cosine_similarity(a, b):
    n = np.outer(np.linalg.norm(a, axis=1), np.linalg.norm(b, axis=1))
    return 1 - a @ b.T / np.where(n > 0, n, 1)


def rank_documents(query, documents):
    words = sorted(set().union(*documents))
    counts = np.array([[d.count(w) for w in words] for d in [query, *documents]]).reshape(1 + len(documents), len(words))
    q, C = counts[0], counts[1:]
    idf = np.log(max(len(C), 1) / np.maximum((C > 0).sum(axis=0), 1))
    W = C / np.maximum(C.sum(axis=1, keepdims=True), 1) * idf
    return np.argsort(np.linalg.norm(W - q * idf, axis=1), kind="stable").tolist()
