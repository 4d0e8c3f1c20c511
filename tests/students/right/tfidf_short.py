import numpy as np
from functools import reduce

term_frequency = lambda counts: np.array([c / (c.sum() or 1) for c in counts])
document_frequency = lambda counts: sum((np.array(c > 0, int) for c in counts), np.zeros(counts.shape[1], int))
inverse_document_frequency = lambda counts: np.array([np.log(len(counts) / n) if n else 0 for n in document_frequency(counts)]) * 1.0
smooth_idf = lambda c: np.log((1 + len(c)) / (1 + document_frequency(c))) + 1
tfidf = lambda c: term_frequency(c) * inverse_document_frequency(c)
l2_normalize = lambda matrix: np.array([r / (np.linalg.norm(r) or 1) for r in matrix])
tfidf_smooth = lambda c: l2_normalize(c * smooth_idf(c))
cosine_similarity = lambda a, b: np.inner(l2_normalize(a), l2_normalize(b))


def rank_documents(query, documents):
    vocab = {w: i for i, w in enumerate(reduce(set.union, map(set, documents), set()))}
    if not vocab: return [*range(len(documents))]
    bag = lambda d: np.bincount([vocab[w] for w in d if w in vocab], minlength=len(vocab))
    C = np.array([bag(d) for d in documents])
    s = cosine_similarity((bag(query) * inverse_document_frequency(C))[None], tfidf(C))[0]
    return sorted(range(len(documents)), key=lambda i: (-s[i], i))
