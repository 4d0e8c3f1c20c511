# Домашнее задание: эмбеддинги. Без numpy внутри, только списки и циклы.
import math

import numpy as np


def one_hot(ids, size):
    table = []
    for word in ids.tolist():
        if word < 0 or word >= size:
            raise ValueError("нет такого слова: " + str(word))
        line = []
        for place in range(size):
            line.append(1.0 if place == word else 0.0)
        table.append(line)
    return np.array(table)


def dot(u, v):
    total = 0.0
    for x, y in zip(u, v):
        total += x * y
    return total


def cosine(u, v):
    product = math.sqrt(dot(u, u)) * math.sqrt(dot(v, v))
    if product == 0:
        return 0.0
    return dot(u, v) / product


def nearest(embeddings, query, k):
    query = query.tolist()
    scores = [cosine(line, query) for line in embeddings.tolist()]
    free = list(range(len(scores)))
    answer = []
    while len(answer) < k:
        best = free[0]
        for i in free:
            if scores[i] > scores[best]:
                best = i
        answer.append(best)
        free.remove(best)
    return answer


def analogy(embeddings, a, b, c):
    table = embeddings.tolist()
    wanted = [table[b][j] - table[a][j] + table[c][j] for j in range(len(table[0]))]
    best = None
    best_score = None
    for i in range(len(table)):
        if i == a or i == b or i == c:
            continue
        score = cosine(table[i], wanted)
        if best is None or score > best_score:
            best, best_score = i, score
    return best


def skipgram_pairs(tokens, window):
    pairs = []
    for i in range(len(tokens)):
        for j in range(len(tokens)):
            if i != j and abs(i - j) <= window:
                pairs.append((tokens[i], tokens[j]))
    return pairs


def cbow_pairs(tokens, window):
    pairs = []
    for i in range(len(tokens)):
        context = []
        for j in range(len(tokens)):
            if i != j and abs(i - j) <= window:
                context.append(tokens[j])
        if len(context) > 0:
            pairs.append((context, tokens[i]))
    return pairs


def cooccurrence(documents, vocabulary, window):
    v = len(vocabulary)
    table = [[0] * v for _ in range(v)]
    for document in documents:
        for i in range(len(document)):
            for j in range(i + 1, len(document)):
                if j - i > window:
                    break
                if document[i] in vocabulary and document[j] in vocabulary:
                    p = vocabulary.index(document[i])
                    q = vocabulary.index(document[j])
                    table[p][q] += 1
                    table[q][p] += 1
    return np.array(table)


def character_ngrams(word, n_min, n_max):
    word = "<" + word + ">"
    ngrams = []
    n = n_min
    while n <= n_max:
        start = 0
        while start + n <= len(word):
            ngrams.append(word[start : start + n])
            start += 1
        n += 1
    return ngrams


def wordpiece(word, vocabulary, unknown):
    pieces = []
    rest = word
    while rest != "":
        length = len(rest)
        while length > 0:
            piece = rest[:length]
            if rest is not word:
                piece = "##" + piece
            if piece in vocabulary:
                break
            length -= 1
        if length == 0:
            return [unknown]
        pieces.append(piece)
        rest = rest[length:]
    return pieces


def embedding_backward(dE, ids, size):
    n, d = dE.shape
    table = [[0.0] * d for _ in range(size)]
    for i in range(n):
        for j in range(d):
            table[ids[i]][j] += dE[i][j]
    return np.array(table)


def mean_pool(hidden, mask):
    tokens, d = hidden.shape
    sums = [0.0] * d
    count = 0
    for t in range(tokens):
        if mask[t]:
            count += 1
            for j in range(d):
                sums[j] += hidden[t, j]
    if count == 0:
        return np.zeros(d)
    return np.array([s / count for s in sums])
