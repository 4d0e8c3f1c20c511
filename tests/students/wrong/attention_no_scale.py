import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def attention_scores(Q, K):
    return Q @ K.T


def attention_weights(Q, K, mask=None):
    S = attention_scores(Q, K)
    if mask is None:
        return softmax(S)
    P = softmax(np.where(mask, S, -1e9))
    P[~mask.any(axis=1)] = 0
    return P


def scaled_dot_product_attention(Q, K, V, mask=None):
    return attention_weights(Q, K, mask) @ V


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    Q, K, V = (np.split(X @ W, heads, axis=1) for W in (W_q, W_k, W_v))
    return np.concatenate([scaled_dot_product_attention(*one, mask) for one in zip(Q, K, V)], axis=1) @ W_o


def attention_backward(dO, Q, K, V):
    P = attention_weights(Q, K)
    dP = dO @ V.T
    dS = P * (dP - (P * dP).sum(1, keepdims=True))
    return dS @ K, dS.T @ Q, P.T @ dO
