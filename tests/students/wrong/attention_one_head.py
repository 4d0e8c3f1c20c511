import numpy as np


def softmax(z):
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    Q, K, V = X @ W_q, X @ W_k, X @ W_v
    S = Q @ K.T / np.sqrt(X.shape[1])
    if mask is None:
        return softmax(S) @ V @ W_o
    P = softmax(np.where(mask, S, -1e9)) * mask
    return P @ V @ W_o
