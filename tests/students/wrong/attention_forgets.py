"""Каждая функция о чём-нибудь забывает."""
import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e, axis=-1, keepdims=True)


def softmax_backward(dP, P):
    return dP * P


def attention_weights(Q, K, mask=None):
    S = Q @ K.T / np.sqrt(Q.shape[-1])
    if mask is not None:
        np.where(mask, S, -np.inf)
    e = np.exp(S - S.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(Q, K, V, mask=None):
    P = attention_weights(Q, K)
    if mask is not None:
        P = P * mask
    return P @ V


def split_heads(X, heads):
    width = X.shape[1] // heads
    return np.stack([X[:, i * width:(i + 1) * width] for i in range(heads)])


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    w = X.shape[1] // heads
    parts = []
    for i in range(heads):
        c = slice(i * w, i * w + w)
        Q, K, V = (X @ W_q)[:, c], (X @ W_k)[:, c], (X @ W_v)[:, c]
        S = Q @ K.T / np.sqrt(w)
        if mask is not None:
            S = np.where(mask, S, -1e9)
        e = np.exp(S - S.max(axis=-1, keepdims=True))
        P = e / e.sum(axis=-1, keepdims=True)
        parts.append(P @ V if mask is None else (P * mask) @ V)
    return np.concatenate(parts, axis=1)


def attention_backward(dO, Q, K, V):
    r = np.sqrt(Q.shape[-1])
    P = attention_weights(Q, K)
    dS = P * (dO @ V.T)
    return dS @ K / r, dS.T @ Q / r, P.T @ dO
