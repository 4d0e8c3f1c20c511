"""Всё на циклах и обычных числах Python; NumPy нужен только на входе и на выходе."""
import math

import numpy as np


def softmax(z):
    def over_row(row):
        top = max(row)
        powers = [math.exp(number - top) for number in row]
        total = math.fsum(powers)
        return [power / total for power in powers]

    flat = z.reshape(-1, z.shape[-1])
    return np.array([over_row([float(x) for x in row]) for row in flat]).reshape(z.shape)


def softmax_backward(dP, P):
    result = np.zeros(P.shape)
    for place in np.ndindex(P.shape[:-1]):
        n = P.shape[-1]
        for i in range(n):
            total = 0.0
            for j in range(n):
                slope = P[place][j] * ((1.0 if i == j else 0.0) - P[place][i])
                total += dP[place][j] * slope
            result[place + (i,)] = total
    return result


def times(A, B):
    rows, inner, columns = len(A), len(B), len(B[0])
    C = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            for l in range(inner):
                C[i, j] += A[i][l] * B[l][j]
    return C


def project_qkv(X, W_q, W_k, W_v):
    return times(X, W_q), times(X, W_k), times(X, W_v)


def attention_scores(Q, K):
    scores = np.empty((len(Q), len(K)))
    for i, q in enumerate(Q):
        for j, k in enumerate(K):
            scores[i, j] = sum(a * b for a, b in zip(q, k)) / math.sqrt(len(q))
    return scores


def attention_weights(Q, K, mask=None):
    scores = attention_scores(Q, K)
    weights = np.zeros(scores.shape)
    for i in range(len(Q)):
        allowed = [j for j in range(len(K)) if mask is None or mask[i, j]]
        if not allowed:
            continue
        top = max(scores[i, j] for j in allowed)
        total = sum(math.exp(scores[i, j] - top) for j in allowed)
        for j in allowed:
            weights[i, j] = math.exp(scores[i, j] - top) / total
    return weights


def scaled_dot_product_attention(Q, K, V, mask=None):
    return times(attention_weights(Q, K, mask), V)


def causal_mask(size):
    mask = np.zeros((size, size), dtype=bool)
    for query in range(size):
        for key in range(query + 1):
            mask[query, key] = True
    return mask


def padding_mask(lengths, size):
    return np.array([[place < length for place in range(size)] for length in lengths])


def combine_masks(lengths, size):
    masks = []
    for length in lengths:
        mask = []
        for i in range(size):
            mask.append([j <= i and j < length for j in range(size)])
        masks.append(mask)
    return np.array(masks)


def split_heads(X, heads):
    t, d = X.shape
    if d % heads:
        raise ValueError("число голов должно делить число столбцов")
    width = d // heads
    parts = np.zeros((heads, t, width))
    for j in range(heads):
        for i in range(t):
            for c in range(width):
                parts[j, i, c] = X[i, j * width + c]
    return parts


def merge_heads(X):
    heads, t, k = X.shape
    merged = np.zeros((t, heads * k))
    for i in range(t):
        column = 0
        for j in range(heads):
            for c in range(k):
                merged[i, column] = X[j, i, c]
                column += 1
    return merged


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    Q, K, V = project_qkv(X, W_q, W_k, W_v)
    answers = []
    for q, k, v in zip(split_heads(Q, heads), split_heads(K, heads), split_heads(V, heads)):
        answers.append(scaled_dot_product_attention(q, k, v, mask))
    return times(merge_heads(np.array(answers)), W_o)


def attention_backward(dO, Q, K, V):
    P = attention_weights(Q, K)
    dQ, dK, dV = np.zeros(Q.shape), np.zeros(K.shape), np.zeros(V.shape)
    for i in range(len(Q)):
        dp = [sum(dO[i][c] * V[j][c] for c in range(V.shape[1])) for j in range(len(K))]
        mean = sum(p * g for p, g in zip(P[i], dp))
        for j in range(len(K)):
            ds = P[i, j] * (dp[j] - mean) / math.sqrt(Q.shape[1])
            dQ[i] += ds * K[j]
            dK[j] += ds * Q[i]
            dV[j] += P[i, j] * dO[i]
    return dQ, dK, dV
