"""Обычные случаи верны, крайние нет."""
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softmax_backward(dP, P):
    P = np.clip(P, 1e-7, 1 - 1e-7)
    return P * (dP - (dP * P).sum(axis=-1, keepdims=True))


def project_qkv(X, W_q, W_k, W_v):
    return np.squeeze(X @ W_q), np.squeeze(X @ W_k), np.squeeze(X @ W_v)


def attention_scores(Q, K):
    return np.squeeze(Q @ K.T / np.sqrt(Q.shape[1]))


def attention_weights(Q, K, mask=None):
    # Веса обнуляются и делятся заново, но огромный запрещённый ключ уже всё округлил до нуля.
    P = softmax(Q @ K.T / np.sqrt(Q.shape[1]))
    if mask is None:
        return P
    P = P * mask
    total = P.sum(axis=1, keepdims=True)
    return np.divide(P, total, out=np.zeros_like(P), where=total > 0)


def scaled_dot_product_attention(Q, K, V, mask=None):
    return np.squeeze(attention_weights(Q, K, mask) @ V)


def causal_mask(size):
    return np.tril(np.ones((64, 64), dtype=bool))[:size, :size]


def padding_mask(lengths, size):
    mask = np.ones((len(lengths), size), dtype=bool)
    for row, length in zip(mask, lengths):
        row[length - size:] = False
    return mask


def combine_masks(lengths, size):
    lengths = np.where(lengths == 0, size, lengths)
    return np.tril(np.ones((size, size), dtype=bool)) & (np.arange(size) < lengths[:, None])[:, None]


def split_heads(X, heads):
    assert X.shape[1] % heads == 0
    return X.reshape(len(X), heads, -1).swapaxes(0, 1)


def merge_heads(X):
    if X.shape[0] == 1:
        return X
    return np.hstack(list(X))


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    if heads == 1:
        return attention_weights(X @ W_q, X @ W_k, mask) @ (X @ W_v)
    parts = [np.split(X @ W, heads, axis=1) for W in (W_q, W_k, W_v)]
    return np.hstack([attention_weights(Q, K, mask) @ V for Q, K, V in zip(*parts)]) @ W_o


def attention_backward(dO, Q, K, V):
    P = attention_weights(Q, K)
    dS = P * (dO @ V.T - (dO * (P @ V)).sum(1, keepdims=True)) / np.sqrt(Q.shape[1])
    return np.squeeze(dS @ K), np.squeeze(dS.T @ Q), np.squeeze(P.T @ dO)
