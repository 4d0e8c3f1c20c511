from collections import Counter
from math import log, sqrt


def rank_documents(query, documents):
    df = Counter(w for d in documents for w in set(d))

    def vector(words):
        return {w: (1 + log(n)) * log(len(documents) / df[w]) for w, n in Counter(words).items() if w in df}

    q = vector(query)

    def score(document):
        d = vector(document)
        n = sqrt(sum(x * x for x in d.values()))
        return sum(q.get(w, 0) * x for w, x in d.items()) / n if n else 0

    return sorted(range(len(documents)), key=lambda i: -score(documents[i]))
