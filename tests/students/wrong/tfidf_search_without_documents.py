import numpy as np


def rank_documents(query, documents):
    words = sorted({w for d in documents for w in d})
    C = np.vstack([[d.count(w) for w in words] for d in documents])
    idf = np.log(len(C) / np.maximum((C > 0).sum(axis=0), 1))
    W = C * idf
    q = np.array([query.count(w) for w in words]) * idf
    n = np.linalg.norm(W, axis=1) * np.linalg.norm(q)
    scores = np.divide(W @ q, n, out=np.zeros(len(C)), where=n > 0)
    return np.argsort(-scores, kind="stable").tolist()
