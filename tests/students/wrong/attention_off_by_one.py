import numpy as np


def causal_mask(size):
    return np.tril(np.ones((size, size), dtype=bool), k=-1)


def padding_mask(lengths, size):
    return np.arange(size) <= lengths[:, np.newaxis]


def combine_masks(lengths, size):
    mask = np.zeros((len(lengths), size, size), dtype=bool)
    for a, length in enumerate(lengths):
        for i in range(length):  # строки дополнения тоже пусты
            mask[a, i, : i + 1] = True
    return mask


def project_qkv(X, W_q, W_k, W_v):
    return X @ W_q, X @ W_v, X @ W_k
