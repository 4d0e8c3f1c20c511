"""Attention: softmax, queries and keys, masks, heads, and the gradients.

Rows are tokens. Queries Q have the shape (n, k), keys K (m, k) and values V (m, v); in a table of scores a row
is a query and a column is a key. A mask is True where the query may attend to the key.
"""

import numpy as np
from jaxtyping import Bool, Float, Int


def softmax(z: Float[np.ndarray, "... n"]) -> Float[np.ndarray, "... n"]:
    """Positive numbers that sum to 1 along the last axis.

    p_j = exp(z_j) / Σ_l exp(z_l)

    The same number taken from all z_j changes nothing; when it is the largest of them, exp cannot overflow.
    Bridle (1990), Probabilistic interpretation of feedforward classification network outputs, Neurocomputing.
    """
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_backward(
    dP: Float[np.ndarray, "... n"],
    P: Float[np.ndarray, "... n"],
) -> Float[np.ndarray, "... n"]:
    """The gradient of z from dP, the gradient of P = softmax(z).

    ∂p_j/∂z_i = p_j (δ_ij - p_i)
    dz_i = Σ_j dp_j ∂p_j/∂z_i = p_i (dp_i - Σ_j dp_j p_j)

    Bridle (1990), Training stochastic model recognition algorithms as networks, NIPS.
    """
    return P * (dP - (dP * P).sum(axis=-1, keepdims=True))


def project_qkv(
    X: Float[np.ndarray, "t d"],
    W_q: Float[np.ndarray, "d k"],
    W_k: Float[np.ndarray, "d k"],
    W_v: Float[np.ndarray, "d v"],
) -> tuple[
    Float[np.ndarray, "t k"],
    Float[np.ndarray, "t k"],
    Float[np.ndarray, "t v"],
]:
    """What every token asks (Q), what it is found by (K) and what it hands over (V).

    Q = X W_q,  K = X W_k,  V = X W_v

    Vaswani et al. (2017), Attention is all you need, NIPS, section 3.2.2.
    """
    return X @ W_q, X @ W_k, X @ W_v


def attention_scores(
    Q: Float[np.ndarray, "n k"],
    K: Float[np.ndarray, "m k"],
) -> Float[np.ndarray, "n m"]:
    """How well each query (row) fits each key (column).

    S = Q Kᵀ / √k

    Of independent components with mean 0 and variance 1, the product q·k has the variance k; √k makes it 1 again.
    Vaswani et al. (2017), Attention is all you need, NIPS, section 3.2.1.
    """
    k = Q.shape[1]
    return Q @ K.T / np.sqrt(k)


def attention_weights(
    Q: Float[np.ndarray, "n k"],
    K: Float[np.ndarray, "m k"],
    mask: Bool[np.ndarray, "n m"] | None = None,
) -> Float[np.ndarray, "n m"]:
    """The share of each key (column) in the answer to each query (row).

    P = softmax(Q Kᵀ / √k), with -∞ for the scores of keys that the query may not attend to

    A query that may attend to no key has a row of zeros.
    Vaswani et al. (2017), Attention is all you need, NIPS, section 3.2; alignment weights as a softmax:
    Bahdanau, Cho and Bengio (2015), Neural machine translation by jointly learning to align and translate, ICLR.
    """
    S = attention_scores(Q, K)
    if mask is None:
        return softmax(S)
    attends = mask.any(axis=1)
    P = np.zeros_like(S)
    P[attends] = softmax(np.where(mask, S, -np.inf)[attends])
    return P


def scaled_dot_product_attention(
    Q: Float[np.ndarray, "n k"],
    K: Float[np.ndarray, "m k"],
    V: Float[np.ndarray, "m v"],
    mask: Bool[np.ndarray, "n m"] | None = None,
) -> Float[np.ndarray, "n v"]:
    """The answer to each query: the values, averaged with the query's weights.

    O = softmax(Q Kᵀ / √k) V

    A query that may attend to no key gets zeros.
    Vaswani et al. (2017), Attention is all you need, NIPS, equation 1.
    """
    return attention_weights(Q, K, mask) @ V


def causal_mask(size: int) -> Bool[np.ndarray, "size size"]:
    """Who may attend to whom when nobody sees the future.

    mask_ij = (j ≤ i),  row i the query, column j the key

    Vaswani et al. (2017), Attention is all you need, NIPS, section 3.2.3.
    """
    i = np.arange(size)[:, np.newaxis]
    j = np.arange(size)
    return j <= i


def padding_mask(lengths: Int[np.ndarray, "b"], size: int) -> Bool[np.ndarray, "b size"]:
    """Which places of padded texts hold real tokens; these stand on the left.

    mask_aj = (j < length_a),  row a the text, column j the place

    Vaswani et al. (2017), Attention is all you need, NIPS; as code: Rush (2018), The annotated transformer.
    """
    j = np.arange(size)
    return j < lengths[:, np.newaxis]


def combine_masks(lengths: Int[np.ndarray, "b"], size: int) -> Bool[np.ndarray, "b size size"]:
    """Who may attend to whom in each text, when nobody sees the future or the padding.

    mask_aij = (j ≤ i) and (j < length_a),  text a, row i the query, column j the key

    Rush (2018), The annotated transformer, ACL workshop for NLP open source software.
    """
    return causal_mask(size) & padding_mask(lengths, size)[:, np.newaxis, :]


def split_heads(X: Float[np.ndarray, "t d"], heads: int) -> Float[np.ndarray, "heads t d/heads"]:
    """The columns dealt out to the heads in blocks of w = d / heads.

    head j = columns j·w … (j+1)·w - 1 of X

    ValueError when the heads do not divide d.
    Vaswani et al. (2017), Attention is all you need, NIPS, section 3.2.2.
    """
    t, d = X.shape
    if d % heads != 0:
        raise ValueError(f"{heads} heads do not divide {d} columns")
    return X.reshape(t, heads, d // heads).transpose(1, 0, 2)


def merge_heads(X: Float[np.ndarray, "heads t k"]) -> Float[np.ndarray, "t heads*k"]:
    """The heads side by side: the inverse of split_heads.

    columns j·k … (j+1)·k - 1 = head j

    Vaswani et al. (2017), Attention is all you need, NIPS, section 3.2.2 (Concat).
    """
    heads, t, k = X.shape
    return X.transpose(1, 0, 2).reshape(t, heads * k)


def multi_head_attention(
    X: Float[np.ndarray, "t d"],
    W_q: Float[np.ndarray, "d d"],
    W_k: Float[np.ndarray, "d d"],
    W_v: Float[np.ndarray, "d d"],
    W_o: Float[np.ndarray, "d d"],
    heads: int,
    mask: Bool[np.ndarray, "t t"] | None = None,
) -> Float[np.ndarray, "t d"]:
    """Self-attention by several heads, each in its own columns of queries, keys and values.

    Q, K, V = X W_q, X W_k, X W_v, each split into heads of w = d / heads columns
    head_j = softmax(Q_j K_jᵀ / √w) V_j
    O = [head_1 … head_h] W_o

    The mask is the same for all heads; heads divides d.
    Vaswani et al. (2017), Attention is all you need, NIPS, section 3.2.2.
    """
    Q, K, V = (split_heads(Z, heads) for Z in project_qkv(X, W_q, W_k, W_v))
    answers = [scaled_dot_product_attention(Q[j], K[j], V[j], mask) for j in range(heads)]
    return merge_heads(np.stack(answers)) @ W_o


def attention_backward(
    dO: Float[np.ndarray, "n v"],
    Q: Float[np.ndarray, "n k"],
    K: Float[np.ndarray, "m k"],
    V: Float[np.ndarray, "m v"],
) -> tuple[
    Float[np.ndarray, "n k"],
    Float[np.ndarray, "m k"],
    Float[np.ndarray, "m v"],
]:
    """The gradients (dQ, dK, dV) from dO, the gradient of the answers; no mask.

    S = Q Kᵀ / √k,  P = softmax(S),  O = P V

    dV = Pᵀ dO,  dP = dO Vᵀ
    dS_ij = P_ij (dP_ij - Σ_l dP_il P_il)
    dQ = dS K / √k,  dK = dSᵀ Q / √k

    Dao et al. (2022), FlashAttention, NeurIPS, appendix B.2.
    """
    k = Q.shape[1]
    P = softmax(attention_scores(Q, K))
    dV = P.T @ dO
    dP = dO @ V.T
    dS = softmax_backward(dP, P)
    dQ = dS @ K / np.sqrt(k)
    dK = dS.T @ Q / np.sqrt(k)
    return dQ, dK, dV
