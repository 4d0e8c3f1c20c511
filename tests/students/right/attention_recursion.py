"""Рекурсия по осям и по спискам: ни одного цикла for."""
import numpy as np


def softmax(z):
    if z.ndim > 1:
        return np.array(list(map(softmax, z)))
    shifted = z - max(z)
    powers = np.e ** shifted
    return powers / powers.sum()


def softmax_backward(dP, P):
    if P.ndim > 1:
        return np.array(list(map(softmax_backward, dP, P)))
    return P * dP - P * (P @ dP)


def project_qkv(X, *matrices):
    if len(matrices) == 0:
        return ()
    return (X.dot(matrices[0]),) + project_qkv(X, *matrices[1:])


def attention_scores(Q, K):
    if len(Q) == 1:
        return np.array([(K @ Q[0]) / np.sqrt(K.shape[1])])
    return np.concatenate([attention_scores(Q[:1], K), attention_scores(Q[1:], K)])


def weights_of(scores, allowed):
    if not any(allowed):
        return np.zeros(len(scores))
    row = np.zeros(len(scores))
    row[allowed] = softmax(scores[allowed])
    return row


def attention_weights(Q, K, mask=None):
    scores = attention_scores(Q, K)
    return softmax(scores) if mask is None else np.array(list(map(weights_of, scores, mask)))


def scaled_dot_product_attention(Q, K, V, mask=None):
    return attention_weights(Q, K, mask) @ V


def causal_mask(size):
    if size == 1:
        return np.array([[True]])
    smaller = np.pad(causal_mask(size - 1), ((0, 1), (0, 1)))
    smaller[-1] = True
    return smaller


def padding_mask(lengths, size):
    if size == 0:
        return np.zeros((len(lengths), 0), dtype=bool)
    return np.column_stack([padding_mask(lengths, size - 1), lengths >= size])


def combine_masks(lengths, size):
    if len(lengths) == 0:
        return np.zeros((0, size, size), dtype=bool)
    first = causal_mask(size)
    first[:, lengths[0]:] = False
    return np.concatenate([first[None], combine_masks(lengths[1:], size)])


def split_heads(X, heads):
    if X.shape[1] % heads:
        raise ValueError(heads)
    if heads == 1:
        return X[None]
    width = X.shape[1] // heads
    return np.concatenate([X[None, :, :width], split_heads(X[:, width:], heads - 1)])


def merge_heads(X):
    return X[0] if len(X) == 1 else np.hstack([X[0], merge_heads(X[1:])])


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    """Сумма по головам: каждая умножается на свои строки W_o."""
    width = len(W_o) // heads
    Q, K, V = X @ W_q[:, :width], X @ W_k[:, :width], X @ W_v[:, :width]
    answer = scaled_dot_product_attention(Q, K, V, mask) @ W_o[:width]
    if heads == 1:
        return answer
    rest = [W[:, width:] for W in (W_q, W_k, W_v)]
    return answer + multi_head_attention(X, *rest, W_o[width:], heads - 1, mask)


def attention_backward(dO, Q, K, V):
    if len(Q) > 1:
        dQ, dK, dV = attention_backward(dO[:1], Q[:1], K, V)
        rest = attention_backward(dO[1:], Q[1:], K, V)
        return np.vstack([dQ, rest[0]]), dK + rest[1], dV + rest[2]
    p = attention_weights(Q, K)[0]
    ds = softmax_backward(V @ dO[0], p) / np.sqrt(Q.shape[1])
    return (ds @ K)[None], np.outer(ds, Q[0]), np.outer(p, dO[0])
