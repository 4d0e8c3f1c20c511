import numpy as np

EPS = 1e-8


def cosines(rows, query):
    return rows @ query / (np.linalg.norm(rows, axis=1) * np.linalg.norm(query) + EPS)


def nearest(embeddings, query, k):
    scores = cosines(embeddings, query)
    return sorted(range(len(scores)), key=lambda i: scores[i], reverse=True)[:k]


def analogy(embeddings, a, b, c):
    scores = cosines(embeddings, embeddings[b] - embeddings[a] + embeddings[c])
    scores[[a, b, c]] = -1
    return int(np.argmax(scores))


def mean_pool(hidden, mask):
    return (hidden * mask[:, None]).sum(0) / (mask.sum() + EPS)
