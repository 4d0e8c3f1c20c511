"""Returns lists of NumPy integers and NumPy strings."""
import numpy as np


def build_vocabulary(documents):
    tokens = np.array([token for document in documents for token in document], dtype=str)
    if tokens.size == 0:
        return []
    words, first = np.unique(tokens, return_index=True)
    return list(words[np.argsort(first)])


def rank_documents(query, documents):
    words = sorted({word for document in documents for word in document})
    counts = np.array([[document.count(word) for word in words] for document in documents], dtype=float)
    counts = counts.reshape(len(documents), len(words))
    idf = np.array([np.log(len(documents) / np.sum(column > 0)) for column in counts.T])
    totals = counts.sum(axis=1, keepdims=True)
    totals[totals == 0] = 1
    rows = counts / totals * idf
    asked = np.array([query.count(word) for word in words], dtype=float) / max(len(query), 1) * idf
    scores = []
    for row in rows:
        length = np.sqrt(row @ row) * np.sqrt(asked @ asked)
        scores.append(row @ asked / length if length > 0 else 0.0)
    return list(np.argsort(-np.array(scores), kind="stable"))
