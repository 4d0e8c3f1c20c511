from collections import Counter
from math import log, sqrt


def weights(words, idf):
    return {w: n * idf[w] for w, n in Counter(words).items() if w in idf}


def length(vector):
    return sqrt(sum(x * x for x in vector.values()))


def similarities(query, documents):
    df = Counter(w for d in documents for w in set(d))
    idf = {w: log(len(documents) / n) for w, n in df.items()}
    q = weights(query, idf)
    scores = []
    for document in documents:
        d = weights(document, idf)
        dot = sum(x * d.get(w, 0) for w, x in q.items())
        scores.append(dot / length(q) / length(d) if dot else 0.0)
    return scores


def rank_documents(query, documents):
    scores = similarities(query, documents)
    return sorted(range(1, len(documents) + 1), key=lambda i: -scores[i - 1])
