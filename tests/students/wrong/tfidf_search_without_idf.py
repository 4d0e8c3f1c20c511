from collections import Counter
from math import sqrt


def rank_documents(query, documents):
    q = Counter(query)

    def score(document):
        d = Counter(document)
        n = sqrt(sum(x * x for x in d.values()))
        return sum(q[w] * d[w] for w in q) / n if n else 0

    return sorted(range(len(documents)), key=lambda i: -score(documents[i]))
