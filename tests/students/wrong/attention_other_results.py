import numpy as np
import torch


def softmax(z):
    return torch.softmax(torch.tensor(z), -1)


def project_qkv(X, W_q, W_k, W_v):
    return {"Q": X @ W_q, "K": X @ W_k, "V": X @ W_v}


def attention_scores(Q, K):
    return (Q @ K.T / np.sqrt(K.shape[1])).tolist()


def scaled_dot_product_attention(Q, K, V, mask=None):
    S = Q @ K.T / np.sqrt(K.shape[1])
    if mask is not None:
        S = np.where(mask, S, -1e9)
    P = np.exp(S - S.max(1, keepdims=True))
    if mask is not None:
        P = P * mask
    P = P / np.maximum(P.sum(1, keepdims=True), 1e-30)
    return P @ V, P


def causal_mask(size):
    return np.triu(np.full((size, size), -np.inf), k=1)


def padding_mask(lengths, size):
    return [[j < n for j in range(size)] for n in lengths]


def combine_masks(lengths, size):
    mask = np.tri(size, dtype=bool) & (np.arange(size) < lengths[:, None])[:, None]
    return mask[:, None]


def split_heads(X, heads):
    return np.split(X, heads, axis=1)


def attention_backward(dO, Q, K, V):
    r = np.sqrt(K.shape[1])
    S = Q @ K.T / r
    P = np.exp(S - S.max(1, keepdims=True))
    P = P / P.sum(1, keepdims=True)
    dP = dO @ V.T
    dS = P * (dP - (P * dP).sum(1, keepdims=True))
    return dS.T @ Q / r, dS @ K / r, P.T @ dO
