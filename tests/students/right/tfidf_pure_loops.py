# ДЗ 3. Всё руками, без векторизации: так понятнее.
import math

import numpy as np


def term_frequency(counts):
    result = []
    for row in counts:
        total = 0
        for c in row:
            total += int(c)
        if total == 0:
            result.append([0.0] * len(row))
        else:
            result.append([int(c) / total for c in row])
    return np.array(result)


def document_frequency(counts):
    n_docs, n_terms = counts.shape
    df = [0] * n_terms
    for i in range(n_docs):
        for j in range(n_terms):
            if counts[i][j] > 0:
                df[j] += 1
    return np.array(df)


def inverse_document_frequency(counts):
    n = len(counts)
    idf = []
    for d in document_frequency(counts):
        idf.append(math.log(n / d) if d else 0.0)
    return np.array(idf)


def smooth_idf(counts):
    n = len(counts)
    return np.array([math.log((n + 1) / (d + 1)) + 1 for d in document_frequency(counts)])


def tfidf(counts):
    tf = term_frequency(counts)
    idf = inverse_document_frequency(counts)
    for i in range(tf.shape[0]):
        for j in range(tf.shape[1]):
            tf[i, j] = tf[i, j] * idf[j]
    return tf


def tfidf_smooth(counts):
    idf = smooth_idf(counts)
    weights = np.zeros(counts.shape)
    for i in range(counts.shape[0]):
        for j in range(counts.shape[1]):
            weights[i, j] = counts[i, j] * idf[j]
    return l2_normalize(weights)


def l2_normalize(matrix):
    answer = np.zeros(matrix.shape)
    for i, row in enumerate(matrix):
        length = math.sqrt(sum(float(x) * float(x) for x in row))
        if length > 0:
            for j, x in enumerate(row):
                answer[i, j] = x / length
    return answer


def cosine_similarity(a, b):
    answer = np.zeros((len(a), len(b)))
    for i in range(len(a)):
        for j in range(len(b)):
            dot = sum(x * y for x, y in zip(a[i], b[j]))
            na = math.sqrt(sum(x * x for x in a[i]))
            nb = math.sqrt(sum(y * y for y in b[j]))
            if na != 0 and nb != 0:
                answer[i][j] = dot / (na * nb)
    return answer


def rank_documents(query, documents):
    vocabulary = []
    for document in documents:
        for word in document:
            if word not in vocabulary:
                vocabulary.append(word)
    n = len(documents)
    idf = []
    for word in vocabulary:
        df = 0
        for document in documents:
            if word in document:
                df += 1
        idf.append(math.log(n / df))

    def vector(words):
        if len(words) == 0:
            return [0.0] * len(vocabulary)
        return [words.count(word) / len(words) * w for word, w in zip(vocabulary, idf)]

    q = vector(query)
    scores = []
    for document in documents:
        d = vector(document)
        norm = math.sqrt(sum(x * x for x in q)) * math.sqrt(sum(x * x for x in d))
        scores.append(sum(x * y for x, y in zip(q, d)) / norm if norm > 0 else 0.0)
    # сортировка вставками: устойчивая
    order = []
    for i in range(n):
        place = len(order)
        while place > 0 and scores[order[place - 1]] < scores[i]:
            place -= 1
        order.insert(place, i)
    return order
