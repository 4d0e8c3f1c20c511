from collections import Counter
from math import log


def rank_documents(query, documents, k=1.5, b=0.75):
    if not documents:
        return []
    mean = sum(map(len, documents)) / len(documents) or 1
    df = Counter(w for d in documents for w in set(d))

    def score(d):
        tf = Counter(d)
        return sum(
            log(1 + (len(documents) - df[w] + 0.5) / (df[w] + 0.5)) * tf[w] * (k + 1)
            / (tf[w] + k * (1 - b + b * len(d) / mean))
            for w in query if w in tf
        )

    return sorted(range(len(documents)), key=lambda i: -score(documents[i]))
