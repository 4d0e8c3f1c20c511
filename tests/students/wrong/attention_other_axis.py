import numpy as np


def softmax(z):
    return np.exp(z - z.max(axis=0)) / np.exp(z - z.max(axis=0)).sum(axis=0)


def softmax_backward(dP, P):
    return P * (dP - np.sum(dP * P, axis=0))


def attention_scores(Q, K):
    return K @ Q.T / np.sqrt(Q.shape[1])


def attention_weights(Q, K, mask=None):
    return softmax(Q @ K.T / np.sqrt(Q.shape[1]))


def padding_mask(lengths, size):
    return np.arange(size)[:, None] < lengths[None, :]


def merge_heads(X):
    return np.concatenate(X, axis=0)


def split_heads(X, heads):
    if X.shape[1] % heads:
        raise ValueError
    return X.reshape(X.shape[0], heads, X.shape[1] // heads)


def attention_backward(dO, Q, K, V):
    r = np.sqrt(Q.shape[1])
    S = Q @ K.T / r
    P = np.exp(S - S.max(axis=1, keepdims=True))
    P = P / P.sum(axis=1, keepdims=True)
    dS = softmax_backward(dO @ V.T, P) / r
    return dS @ K, dS.T @ Q, P.T @ dO
