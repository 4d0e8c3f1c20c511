import numpy as np


def attention_weights(Q, K, mask=None):
    S = (Q / np.sqrt(Q.shape[1])) @ K.T
    if mask is not None:
        S[mask == False] = -1e9
    S = S - S.max(axis=1, keepdims=True)
    return np.exp(S) / np.exp(S).sum(axis=1, keepdims=True)


def scaled_dot_product_attention(Q, K, V, mask=None):
    S = (Q / np.sqrt(Q.shape[1])) @ K.T
    if mask is not None:
        S = S + np.where(mask, 0, -1e9)
    S = S - S.max(axis=1, keepdims=True)
    return np.exp(S) / np.exp(S).sum(axis=1, keepdims=True) @ V


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    width = X.shape[1] // heads
    out = []
    for i in range(heads):
        Q, K, V = [(X @ W)[:, i * width:(i + 1) * width] for W in (W_q, W_k, W_v)]
        out.append(attention_weights(Q, K, mask) @ V)
    return np.concatenate(out, axis=-1) @ W_o
