import numpy as np


def softmax(z):
    z -= z.max(axis=-1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=-1, keepdims=True)
    return z.copy()


def attention_weights(Q, K, mask=None):
    Q /= np.sqrt(Q.shape[1])
    S = Q @ K.T
    if mask is None:
        mask = np.ones(S.shape, dtype=bool)
    S[~mask] = -1e300
    P = np.exp(S - S.max(axis=1, keepdims=True))
    P *= mask
    return P / np.maximum(P.sum(axis=1, keepdims=True), 1e-300)


def padding_mask(lengths, size):
    mask = np.zeros((len(lengths), size), dtype=bool)
    for place in range(size):
        mask[:, place] = lengths > 0
        lengths -= 1
    return mask
