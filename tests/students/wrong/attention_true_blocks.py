# Маска как в nn.MultiheadAttention: True — нельзя.
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def attention_weights(Q, K, mask=None):
    S = Q @ K.T / np.sqrt(K.shape[1])
    if mask is not None:
        S = np.where(mask, -1e9, S)
    return softmax(S)


def scaled_dot_product_attention(Q, K, V, mask=None):
    return attention_weights(Q, K, mask) @ V


def causal_mask(size):
    return np.triu(np.ones((size, size), dtype=bool), k=1)


def padding_mask(lengths, size):
    return np.arange(size)[None, :] >= lengths[:, None]


def combine_masks(lengths, size):
    return causal_mask(size)[None] | padding_mask(lengths, size)[:, None, :]


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    w = X.shape[1] // heads
    outs = []
    for h in range(heads):
        c = slice(h * w, (h + 1) * w)
        outs.append(scaled_dot_product_attention(X @ W_q[:, c], X @ W_k[:, c], X @ W_v[:, c], mask))
    return np.hstack(outs) @ W_o
