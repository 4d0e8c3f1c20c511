from collections import Counter
from math import log


def rank_documents(query, documents):
    df = Counter(w for d in documents for w in set(d))
    asked = Counter(query)

    def score(document):
        tf = Counter(document)
        return sum(asked[w] * tf[w] / len(document) * log(len(documents) / df[w]) ** 2 for w in asked if w in tf)

    return sorted(range(len(documents)), key=lambda i: -score(documents[i]))
