import numpy as np


def rank_documents(query, documents):
    vocabulary = {w: i for i, w in enumerate(dict.fromkeys(w for d in documents for w in d))}

    def bag(words):
        row = np.zeros(len(vocabulary))
        for word in words:
            row[vocabulary[word]] += 1
        return row

    if not documents:
        return []
    C = np.array([bag(d) for d in documents])
    idf = np.log(len(C) / np.maximum((C > 0).sum(axis=0), 1))
    q, W = bag(query) * idf, C * idf
    n = np.linalg.norm(W, axis=1) * np.linalg.norm(q)
    scores = np.divide(W @ q, n, out=np.zeros(len(C)), where=n > 0)
    return np.argsort(-scores, kind="stable").tolist()
