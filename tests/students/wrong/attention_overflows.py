import numpy as np


def softmax(z):
    return np.exp(z) / np.sum(np.exp(z), axis=-1, keepdims=True)


def attention_weights(Q, K, mask=None):
    S = Q @ K.T / np.sqrt(Q.shape[1])
    if mask is not None:
        S = np.where(mask, S, -np.inf)
    return softmax(S)


def scaled_dot_product_attention(Q, K, V, mask=None):
    S = Q @ K.T / np.sqrt(Q.shape[1])
    if mask is None:
        return softmax(S) @ V
    return np.nan_to_num(softmax(np.where(mask, S, -np.inf))) @ V


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    Q, K, V = [np.stack(np.split(X @ W, heads, axis=1)) for W in (W_q, W_k, W_v)]
    S = Q @ K.swapaxes(1, 2) / np.sqrt(Q.shape[-1])
    S = S - S.max()
    if mask is not None:
        S = np.where(mask, S, -np.inf)
    P = np.exp(S)
    total = P.sum(axis=-1, keepdims=True)
    P = P / total if mask is None else np.where(mask.any(axis=1)[:, None], P / total, 0)
    return np.concatenate(list(P @ V), axis=1) @ W_o


def attention_backward(dO, Q, K, V):
    k = Q.shape[1]
    P = softmax(Q @ K.T / np.sqrt(k))
    dP = dO @ V.T
    dS = (dP - (dP * P).sum(1, keepdims=True)) * P / np.sqrt(k)
    return dS @ K, dS.T @ Q, P.T @ dO
