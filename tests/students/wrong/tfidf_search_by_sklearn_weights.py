from collections import Counter
from math import log, sqrt


def rank_documents(query, documents):
    """ln((1 + N) / (1 + df)): so that nothing is ever divided by zero."""
    N = len(documents)
    df = Counter(w for d in documents for w in set(d))

    def vector(words):
        v = {w: n * log((1 + N) / (1 + df[w])) for w, n in Counter(words).items() if w in df}
        length = sqrt(sum(x * x for x in v.values())) or 1
        return {w: x / length for w, x in v.items()}

    q = vector(query)
    scores = [sum(q.get(w, 0) * x for w, x in vector(d).items()) for d in documents]
    return sorted(range(N), key=lambda i: -scores[i])
