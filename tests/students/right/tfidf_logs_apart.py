import numpy as np

# Equal formulas, other roundings: differences of logarithms, log1p, hypot, matrix products, Fortran order.


def term_frequency(counts):
    counts = np.asfortranarray(counts, dtype=np.longdouble)
    totals = np.add.reduce(counts, axis=1)
    totals = np.where(totals == 0, 1, totals)
    return np.asarray((counts.T * (1 / totals)).T, dtype=np.float64, order="F")


def document_frequency(counts):
    return np.ones(len(counts), dtype=int) @ np.sign(counts)


def inverse_document_frequency(counts):
    df = document_frequency(counts).astype(float)
    df[df == 0] = len(counts)
    return np.log(float(len(counts))) - np.log(df)


def smooth_idf(counts):
    return np.log1p(len(counts)) - np.log1p(document_frequency(counts)) + np.log(np.e)


def tfidf(counts):
    tf, idf = term_frequency(counts), inverse_document_frequency(counts)
    return np.exp(np.log(np.maximum(tf, 1e-300)) + np.log(np.maximum(idf, 1e-300))) * (tf > 0) * (idf > 0)


def tfidf_smooth(counts):
    return l2_normalize(l2_normalize(counts * smooth_idf(counts) / 7.0))


def l2_normalize(matrix):
    biggest = np.abs(matrix).max(axis=1, keepdims=True)
    biggest[biggest == 0] = 1.0
    scaled = matrix / biggest
    lengths = np.hypot.reduce(scaled, axis=1)
    lengths[lengths == 0] = 1.0
    return (scaled / lengths[:, np.newaxis])[::1, :]


def cosine_similarity(a, b):
    u, v = l2_normalize(l2_normalize(a)), l2_normalize(b)
    return np.ascontiguousarray((v @ u.T)).T


def rank_documents(query, documents):
    words = list({w: None for d in documents for w in d})
    n = len(documents)
    counts = np.array([[d.count(w) for w in words] for d in documents], dtype=float).reshape(n, len(words))
    if counts.size == 0:
        return [*range(n)]
    idf = np.log2(n) - np.log2(np.maximum((counts > 0).sum(axis=0), 1))
    q = np.array([query.count(w) for w in words]) * idf
    u, v = l2_normalize(counts * idf), l2_normalize(q[None])[0]
    return list(np.argsort(-(u @ v), kind="mergesort"))
