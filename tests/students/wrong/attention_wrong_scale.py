"""Корень не из того: из d вместо d/heads, из числа ключей, без корня."""
import numpy as np


def softmax_rows(S):
    e = np.exp(S - S.max(axis=1)[:, None])
    return e / e.sum(axis=1)[:, None]


def attention_scores(Q, K):
    return Q @ K.T / Q.shape[1]


def attention_weights(Q, K, mask=None):
    S = Q @ K.T / np.sqrt(len(K))
    if mask is None:
        return softmax_rows(S)
    return np.nan_to_num(softmax_rows(np.where(mask, S, -np.inf)))


def scaled_dot_product_attention(Q, K, V, mask=None):
    S = Q @ K.T / np.sqrt(len(Q))
    P = softmax_rows(S) if mask is None else np.nan_to_num(softmax_rows(np.where(mask, S, -np.inf)))
    return P @ V


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    t, d = X.shape
    Q, K, V = [(X @ W).reshape(t, heads, d // heads) for W in (W_q, W_k, W_v)]
    out = np.empty_like(Q)
    for h in range(heads):
        S = Q[:, h] @ K[:, h].T / np.sqrt(d)
        P = softmax_rows(S) if mask is None else np.nan_to_num(softmax_rows(np.where(mask, S, -np.inf)))
        out[:, h] = P @ V[:, h]
    return out.reshape(t, d) @ W_o


def attention_backward(dO, Q, K, V):
    k = K.shape[1]
    P = softmax_rows(Q @ K.T / np.sqrt(k))
    dP = dO @ V.T
    dS = P * (dP - (P * dP).sum(1, keepdims=True))
    return dS @ K, dS.T @ Q, P.T @ dO
