import numpy as np
from numpy import einsum, newaxis


def logsumexp(z):
    top = np.max(z, axis=-1, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        return top + np.log(einsum("...n->...", np.exp(z - top))[..., newaxis])


def softmax(z):
    return np.exp(z - logsumexp(z))


def softmax_backward(dP, P):
    n = P.shape[-1]
    J = einsum("...i,ij->...ij", P, np.eye(n)) - einsum("...i,...j->...ij", P, P)
    return einsum("...ij,...j->...i", J, dP)


def project_qkv(X, W_q, W_k, W_v):
    return [einsum("td,dk->tk", X, W) for W in (W_q, W_k, W_v)]


def attention_scores(Q, K):
    return einsum("nk,mk->nm", Q * Q.shape[-1] ** -0.5, K)


def attention_weights(Q, K, mask=None):
    S = attention_scores(Q, K)
    if mask is None:
        return softmax(S)
    S[~mask] = -np.inf
    with np.errstate(invalid="ignore"):
        P = np.exp(S - logsumexp(S))
    return np.nan_to_num(P, nan=0.0)


def scaled_dot_product_attention(Q, K, V, mask=None):
    return einsum("nm,mv->nv", attention_weights(Q, K, mask), V)


def causal_mask(size):
    return np.greater_equal.outer(np.arange(size), np.arange(size))


def padding_mask(lengths, size):
    return np.less.outer(np.arange(size), lengths).T


def combine_masks(lengths, size):
    place = np.arange(size)
    return (place[newaxis, newaxis, :] <= place[newaxis, :, newaxis]) & (
        place[newaxis, newaxis, :] < lengths[:, newaxis, newaxis]
    )


def split_heads(X, heads):
    if X.shape[1] % heads != 0:
        raise ValueError
    return einsum("thw->htw", X.reshape(X.shape[0], heads, -1))


def merge_heads(X):
    h, t, k = X.shape
    return einsum("htk->thk", X).reshape(t, h * k)


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    t, d = X.shape
    w = d // heads
    Q, K, V = (einsum("td,dhw->htw", X, W.reshape(d, heads, w)) for W in (W_q, W_k, W_v))
    S = einsum("hiw,hjw->hij", Q, K) / np.sqrt(w)
    if mask is not None:
        S = np.where(mask, S, -1e9)
    P = softmax(S)
    if mask is not None:
        P = P * mask
    return einsum("hij,hjw,hwe->ie", P, V, W_o.reshape(heads, w, d))


def attention_backward(dO, Q, K, V):
    scale = 1 / np.sqrt(K.shape[1])
    P = softmax(attention_scores(Q, K))
    O = einsum("nm,mv->nv", P, V)
    # Сумма P·dP по строке равна произведению строк dO и O.
    delta = einsum("nv,nv->n", dO, O)
    dS = P * (einsum("nv,mv->nm", dO, V) - delta[:, newaxis])
    return scale * einsum("nm,mk->nk", dS, K), scale * einsum("nm,nk->mk", dS, Q), einsum("nm,nv->mv", P, dO)
