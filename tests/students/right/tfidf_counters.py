from collections import Counter, defaultdict
from math import hypot, log

import numpy as np


def as_bags(counts):
    return [{t: int(c) for t, c in enumerate(row) if c} for row in counts]


def table(bags, shape):
    out = np.zeros(shape)
    for d, bag in enumerate(bags):
        for t, w in bag.items():
            out[d, t] = w
    return out


def frequencies(counts):
    df = Counter()
    for bag in as_bags(counts):
        df.update(bag.keys())
    return df


def term_frequency(counts):
    bags = [{t: c / sum(bag.values()) for t, c in bag.items()} for bag in as_bags(counts)]
    return table(bags, counts.shape)


def document_frequency(counts):
    df = frequencies(counts)
    return np.fromiter((df[t] for t in range(counts.shape[1])), dtype=np.int32)


def inverse_document_frequency(counts):
    idf = defaultdict(float, {t: log(len(counts) / n) for t, n in frequencies(counts).items()})
    return np.array([idf[t] for t in range(counts.shape[1])])


def smooth_idf(counts):
    df = frequencies(counts)
    return np.array([log((1 + len(counts)) / (1 + df[t])) + 1 for t in range(counts.shape[1])])


def tfidf(counts):
    idf = inverse_document_frequency(counts)
    bags = []
    for bag in as_bags(counts):
        total = sum(bag.values())
        bags.append({t: c / total * idf[t] for t, c in bag.items()})
    return table(bags, counts.shape)


def tfidf_smooth(counts):
    idf = smooth_idf(counts)
    bags = []
    for bag in as_bags(counts):
        weights = {t: c * idf[t] for t, c in bag.items()}
        length = hypot(*weights.values())
        bags.append({t: w / length for t, w in weights.items()})
    return table(bags, counts.shape)


def rank_documents(query, documents):
    """Inverted index: only documents that share a word with the query are touched."""
    index = defaultdict(dict)
    for number, document in enumerate(documents):
        for word, n in Counter(document).items():
            index[word][number] = n
    idf = {word: log(len(documents) / len(postings)) for word, postings in index.items()}
    lengths = defaultdict(float)
    for word, postings in index.items():
        for number, n in postings.items():
            lengths[number] += (n * idf[word]) ** 2
    scores = [0.0] * len(documents)
    for word, n in Counter(query).items():
        for number, m in index.get(word, {}).items():
            if lengths[number]:
                scores[number] += n * m * idf[word] ** 2 / lengths[number] ** 0.5
    return sorted(range(len(documents)), key=scores.__getitem__, reverse=True)
