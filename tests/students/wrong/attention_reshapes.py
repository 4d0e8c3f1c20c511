"""view вместо transpose: токены смешиваются."""
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def split_heads(X, heads):
    t, d = X.shape
    if d % heads != 0:
        raise ValueError("heads")
    return X.reshape(heads, t, d // heads)


def merge_heads(X):
    heads, t, k = X.shape
    return X.reshape(t, heads * k)


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    Q, K, V = split_heads(X @ W_q, heads), split_heads(X @ W_k, heads), split_heads(X @ W_v, heads)
    S = Q @ K.transpose(0, 2, 1) / np.sqrt(Q.shape[-1])
    if mask is not None:
        S = np.where(mask, S, -1e9)
    P = softmax(S)
    if mask is not None:
        P = P * mask
    return merge_heads(P @ V) @ W_o
