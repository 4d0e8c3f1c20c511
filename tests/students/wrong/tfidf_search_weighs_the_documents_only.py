import numpy as np


def rank_documents(query, documents):
    words = sorted(set().union(*documents))
    C = np.array([[d.count(w) for w in words] for d in documents], dtype=float).reshape(len(documents), len(words))
    W = C * np.log(max(len(C), 1) / np.maximum((C > 0).sum(axis=0), 1))
    q = np.array([query.count(w) for w in words], dtype=float)
    n = np.linalg.norm(W, axis=1) * np.linalg.norm(q)
    return np.argsort(-np.divide(W @ q, n, out=np.zeros(len(C)), where=n > 0), kind="stable").tolist()
