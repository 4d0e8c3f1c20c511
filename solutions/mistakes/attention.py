"""What goes wrong in attention, as code: each function is a mistake that students make.

A wrong score or a wrong share of the scores makes wrong weights, wrong answers and wrong heads.
"""

import numpy as np


def _softmax(z, axis=-1):
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def _squeezed(right):
    """The right answer without its axes of length one."""
    return [np.squeeze(one) for one in right] if isinstance(right, tuple) else np.squeeze(right)


# ---------------------------------------------------------------- softmax


def softmax_over_columns(z):
    return _softmax(z, axis=0)


def softmax_over_everything(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def softmax_over_axis_one(z):
    return _softmax(z, axis=1)


def softmax_without_keepdims(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1)


def softmax_by_transposing(z):
    e = np.exp(z.T - z.max(axis=-1))
    return (e / e.sum(axis=0)).T


def softmax_overflow(z):
    return np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)


def softmax_global_max(z):
    e = np.exp(z - z.max())
    return e / e.sum(axis=-1, keepdims=True)


def softmax_clipped(z):
    return _softmax(np.clip(z, -50, 50))


def softmax_log(z):
    return np.log(_softmax(z))


def softmax_without_exp(z):
    return z / z.sum(axis=-1, keepdims=True)


def softmax_sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax_of_minus_z(z):
    return _softmax(-z)


def softmax_base_two(z):
    return _softmax(z * np.log(2))


# ---------------------------------------------------------------- softmax-backward


def gradient_without_sum(dP, P):
    return P * dP


def gradient_of_each_alone(dP, P):
    return P * (1 - P) * dP


def gradient_summed_over_columns(dP, P):
    return P * (dP - (dP * P).sum(axis=0))


def gradient_summed_over_everything(dP, P):
    return P * (dP - (dP * P).sum())


def gradient_summed_over_axis_one(dP, P):
    return P * (dP - (dP * P).sum(axis=1, keepdims=True))


def gradient_without_keepdims(dP, P):
    return P * (dP - (dP * P).sum(axis=-1))


def gradient_without_outer_p(dP, P):
    return dP - (dP * P).sum(axis=-1, keepdims=True)


def gradient_unweighted_sum(dP, P):
    return P * (dP - dP.sum(axis=-1, keepdims=True))


def gradient_unweighted_mean(dP, P):
    return P * (dP - dP.mean(axis=-1, keepdims=True))


def gradient_with_other_sign(dP, P):
    return P * ((dP * P).sum(axis=-1, keepdims=True) - dP)


def gradient_of_cross_entropy(dP, P):
    return P - dP


def gradient_softmax_again(dP, P):
    P = _softmax(P)
    return P * (dP - (dP * P).sum(axis=-1, keepdims=True))


def gradient_clipped_probabilities(dP, P):
    P = np.clip(P, 1e-7, 1 - 1e-7)
    return P * (dP - (dP * P).sum(axis=-1, keepdims=True))


# ---------------------------------------------------------------- project-qkv


def project_weights_as_out_in(X, W_q, W_k, W_v):
    return X @ W_q.T, X @ W_k.T, X @ W_v.T


def project_columns(X, W_q, W_k, W_v):
    return W_q.T @ X.T, W_k.T @ X.T, W_v.T @ X.T


def project_keys_first(X, W_q, W_k, W_v):
    return X @ W_k, X @ W_q, X @ W_v


def project_values_second(X, W_q, W_k, W_v):
    return X @ W_q, X @ W_v, X @ W_k


def project_one_matrix_for_queries_and_keys(X, W_q, W_k, W_v):
    return X @ W_q, X @ W_q, X @ W_v


def project_scaled_queries(X, W_q, W_k, W_v):
    return X @ W_q / np.sqrt(W_q.shape[1]), X @ W_k, X @ W_v


def project_transposed_keys(X, W_q, W_k, W_v):
    return X @ W_q, (X @ W_k).T, X @ W_v


def project_in_one_array(X, W_q, W_k, W_v):
    return np.stack([X @ W_q, X @ W_k, X @ W_v])


def project_side_by_side(X, W_q, W_k, W_v):
    return X @ np.concatenate([W_q, W_k, W_v], axis=1)


def project_squeezed(X, W_q, W_k, W_v):
    return _squeezed((X @ W_q, X @ W_k, X @ W_v))


# ---------------------------------------------------------------- wrong scores


def _scores(Q, K):
    return Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])


def _unscaled(Q, K):
    return Q @ np.swapaxes(K, -1, -2)


def _divided_by_k(Q, K):
    return Q @ np.swapaxes(K, -1, -2) / Q.shape[-1]


def _multiplied(Q, K):
    return Q @ np.swapaxes(K, -1, -2) * np.sqrt(Q.shape[-1])


def _scaled_by_queries(Q, K):
    return Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-2])


def _scaled_by_keys(Q, K):
    return Q @ np.swapaxes(K, -1, -2) / np.sqrt(K.shape[-2])


def _swapped(Q, K):
    return _scores(K, Q)


def _scored(score):
    def attention_scores(Q, K):
        return score(Q, K)

    return attention_scores


scores_without_scale = _scored(_unscaled)
scores_divided_by_k = _scored(_divided_by_k)
scores_multiplied_by_the_root = _scored(_multiplied)
scores_scaled_by_queries = _scored(_scaled_by_queries)
scores_scaled_by_keys = _scored(_scaled_by_keys)
scores_transposed = _scored(_swapped)
scores_softmaxed = _scored(lambda Q, K: _softmax(_scores(Q, K)))
scores_clipped = _scored(lambda Q, K: np.clip(_scores(Q, K), -100, 100))
scores_squeezed = _scored(lambda Q, K: _squeezed(_scores(Q, K)))


def scores_cosine(Q, K):
    return _unscaled(Q, K) / np.linalg.norm(Q, axis=1)[:, None] / np.linalg.norm(K, axis=1)


# ---------------------------------------------------------------- wrong shares of the scores


def _hidden(S, mask, fill=-np.inf):
    return S if mask is None else np.where(mask, S, fill)


def _emptied(P, mask):
    """Weights whose fully masked rows are zeros."""
    return P if mask is None else np.where(mask.any(axis=-1, keepdims=True), P, 0.0)


def _share(S, mask):
    return _emptied(_softmax(_hidden(S, mask)), mask)


def _nan_when_fully_masked(S, mask):
    return _softmax(_hidden(S, mask))


def _uniform_when_fully_masked(S, mask):
    return _softmax(_hidden(S, mask, -1e9))


def _additive(S, mask):
    return _softmax(S if mask is None else S + np.where(mask, 0.0, -1e9))


def _filled_with_zero(S, mask):
    return _softmax(_hidden(S, mask, 0.0))


def _filled_with_1e_9(S, mask):
    return _softmax(_hidden(S, mask, 1e-9))


def _filled_with_minus_1e_9(S, mask):
    return _softmax(_hidden(S, mask, -1e-9))


def _filled_with_minus_1e4(S, mask):
    return _softmax(_hidden(S, mask, -1e4))


def _mask_inverted(S, mask):
    return _share(S, None if mask is None else ~mask)


def _mask_ignored(S, mask):
    return _softmax(S)


def _mask_added(S, mask):
    return _softmax(S if mask is None else S + mask)


def _mask_transposed(S, mask):
    return _share(S, None if mask is None else mask.T)


def _masked_after_softmax(S, mask):
    return _softmax(S) if mask is None else _softmax(S) * mask


def _renormalised(S, mask):
    P = _masked_after_softmax(S, mask)
    total = P.sum(axis=-1, keepdims=True)
    return np.divide(P, total, out=np.zeros_like(P), where=total > 0)


def _over_queries(S, mask):
    return np.nan_to_num(_softmax(_hidden(S, mask), axis=-2))


def _over_everything(S, mask):
    e = np.exp(_hidden(S, mask) - S.max())
    return e / e.sum()


def _overflow(S, mask):
    e = np.exp(_hidden(S, mask))
    return _emptied(e / e.sum(axis=-1, keepdims=True), mask)


def _overflow_and_nan(S, mask):
    e = np.exp(_hidden(S, mask))
    return e / e.sum(axis=-1, keepdims=True)


def _global_max(S, mask):
    hidden = _hidden(S, mask)
    e = np.exp(hidden - hidden.max())
    return _emptied(e / e.sum(axis=-1, keepdims=True), mask)


# ---------------------------------------------------------------- attention-weights


def _weights(score=_scores, share=_share, result=lambda P: P):
    def attention_weights(Q, K, mask=None):
        return result(share(score(Q, K), mask))

    return attention_weights


weights_without_scale = _weights(_unscaled)
weights_divided_by_k = _weights(_divided_by_k)
weights_scaled_by_keys = _weights(_scaled_by_keys)
weights_scaled_by_queries = _weights(_scaled_by_queries)
weights_keys_as_rows = _weights(_swapped)
weights_over_queries = _weights(share=_over_queries)
weights_over_everything = _weights(share=_over_everything)
weights_overflow = _weights(share=_overflow)
weights_overflow_and_nan = _weights(share=_overflow_and_nan)
weights_global_max = _weights(share=_global_max)
weights_mask_inverted = _weights(share=_mask_inverted)
weights_mask_ignored = _weights(share=_mask_ignored)
weights_mask_added = _weights(share=_mask_added)
weights_filled_with_zero = _weights(share=_filled_with_zero)
weights_filled_with_minus_1e4 = _weights(share=_filled_with_minus_1e4)
weights_uniform_when_fully_masked = _weights(share=_uniform_when_fully_masked)
weights_unmasked_when_fully_masked = _weights(share=_additive)
weights_nan_when_fully_masked = _weights(share=_nan_when_fully_masked)
weights_masked_after_softmax = _weights(share=_masked_after_softmax)
weights_renormalised = _weights(share=_renormalised)
weights_squeezed = _weights(result=_squeezed)


# ---------------------------------------------------------------- scaled-dot-product-attention


def _attention(score=_scores, share=_share, result=lambda P, V: P @ V):
    def scaled_dot_product_attention(Q, K, V, mask=None):
        return result(share(score(Q, K), mask), V)

    return scaled_dot_product_attention


attention_without_scale = _attention(_unscaled)
attention_divided_by_k = _attention(_divided_by_k)
attention_scaled_by_keys = _attention(_scaled_by_keys)
attention_scaled_by_queries = _attention(_scaled_by_queries)
attention_without_softmax = _attention(share=lambda S, mask: _hidden(S, mask, 0.0))
attention_over_queries = _attention(share=_over_queries)
attention_over_everything = _attention(share=_over_everything)
attention_overflow = _attention(share=_overflow)
attention_overflow_and_nan = _attention(share=_overflow_and_nan)
attention_global_max = _attention(share=_global_max)
attention_mask_inverted = _attention(share=_mask_inverted)
attention_mask_ignored = _attention(share=_mask_ignored)
attention_mask_added = _attention(share=_mask_added)
attention_filled_with_zero = _attention(share=_filled_with_zero)
attention_filled_with_1e_9 = _attention(share=_filled_with_1e_9)
attention_filled_with_minus_1e_9 = _attention(share=_filled_with_minus_1e_9)
attention_filled_with_minus_1e4 = _attention(share=_filled_with_minus_1e4)
attention_uniform_when_fully_masked = _attention(share=_uniform_when_fully_masked)
attention_unmasked_when_fully_masked = _attention(share=_additive)
attention_nan_when_fully_masked = _attention(share=_nan_when_fully_masked)
attention_masked_after_softmax = _attention(share=_masked_after_softmax)
attention_renormalised = _attention(share=_renormalised)
attention_with_weights = _attention(result=lambda P, V: (P @ V, P))
attention_squeezed = _attention(result=lambda P, V: _squeezed(P @ V))


def attention_scaled_by_values(Q, K, V, mask=None):
    return _share(_unscaled(Q, K) / np.sqrt(V.shape[1]), mask) @ V


# ---------------------------------------------------------------- causal-mask


def causal_without_diagonal(size):
    return np.tri(size, k=-1, dtype=bool)


def causal_true_blocks(size):
    return ~np.tri(size, dtype=bool)


def causal_upper(size):
    return np.tri(size, dtype=bool).T


def causal_one_step_ahead(size):
    return np.tri(size, k=1, dtype=bool)


def causal_everything(size):
    return np.ones((size, size), dtype=bool)


def causal_flipped(size):
    return np.tri(size, dtype=bool)[::-1]


def causal_additive(size):
    return np.where(np.tri(size, dtype=bool), 0.0, -np.inf)


def causal_with_batch_axis(size):
    return np.tri(size, dtype=bool)[None]


def causal_fixed_buffer(size):
    return np.tri(64, dtype=bool)[:size, :size]


# ---------------------------------------------------------------- padding-mask


def _padding(lengths, size):
    return np.arange(size) < lengths[:, None]


def padding_true_on_padding(lengths, size):
    return ~_padding(lengths, size)


def padding_on_the_left(lengths, size):
    return _padding(lengths, size)[:, ::-1]


def padding_one_too_many(lengths, size):
    return np.arange(size) <= lengths[:, None]


def padding_one_too_few(lengths, size):
    return np.arange(size) < lengths[:, None] - 1


def padding_transposed(lengths, size):
    return _padding(lengths, size).T


def padding_as_wide_as_the_longest(lengths, size):
    return _padding(lengths, lengths.max())


def padding_one_token_each(lengths, size):
    return np.arange(size) == lengths[:, None] - 1


def padding_additive(lengths, size):
    return np.where(_padding(lengths, size), 0.0, -np.inf)


def padding_from_minus_zero(lengths, size):
    mask = np.ones((len(lengths), size), dtype=bool)
    for row, length in zip(mask, lengths, strict=True):
        row[-(size - length) :] = False
    return mask


def padding_zero_means_full(lengths, size):
    return _padding(np.array([length or size for length in lengths]), size)


def padding_squeezed(lengths, size):
    return _squeezed(_padding(lengths, size))


# ---------------------------------------------------------------- combine-masks


def _combined(padding=_padding, causal=lambda size: np.tri(size, dtype=bool), result=lambda mask: mask):
    def combine_masks(lengths, size):
        return result(causal(size) & padding(lengths, size)[:, None, :])

    return combine_masks


combined_without_diagonal = _combined(causal=causal_without_diagonal)
combined_upper = _combined(causal=causal_upper)
combined_padding_only = _combined(causal=causal_everything)
combined_padding_on_the_left = _combined(padding_on_the_left)
combined_one_too_many = _combined(padding_one_too_many)
combined_from_minus_zero = _combined(padding_from_minus_zero)
combined_zero_means_full = _combined(padding_zero_means_full)
combined_true_blocks = _combined(result=lambda mask: ~mask)
combined_with_head_axis = _combined(result=lambda mask: mask[:, None])
combined_additive = _combined(result=lambda mask: np.where(mask, 0.0, -np.inf))
combined_squeezed = _combined(result=_squeezed)


def combined_with_or(lengths, size):
    return np.tri(size, dtype=bool) | _padding(lengths, size)[:, None, :]


def combined_causal_only(lengths, size):
    return np.repeat(np.tri(size, dtype=bool)[None], len(lengths), axis=0)


def combined_queries_padded(lengths, size):
    real = _padding(lengths, size)
    return np.tri(size, dtype=bool) & real[:, None, :] & real[:, :, None]


# ---------------------------------------------------------------- split-heads


def _parts(X, heads):
    if X.shape[1] % heads:
        raise ValueError(heads)
    return X.reshape(len(X), heads, -1).transpose(1, 0, 2)


def split_by_reshape(X, heads):
    return X.reshape(heads, len(X), X.shape[1] // heads)


def split_interleaved(X, heads):
    return X.reshape(len(X), X.shape[1] // heads, heads).transpose(2, 0, 1)


def split_tokens_first(X, heads):
    return X.reshape(len(X), heads, X.shape[1] // heads)


def split_each_head_transposed(X, heads):
    return X.T.reshape(heads, X.shape[1] // heads, len(X))


def split_as_list(X, heads):
    return np.split(X, heads, axis=1)


def split_tokens_instead_of_columns(X, heads):
    return np.stack(np.split(X, heads, axis=0))


def split_heads_as_width(X, heads):
    return X.reshape(len(X), X.shape[1] // heads, heads).transpose(1, 0, 2)


def split_dropping_the_rest(X, heads):
    width = X.shape[1] // heads
    return np.stack([X[:, j * width : (j + 1) * width] for j in range(heads)])


def split_with_assert(X, heads):
    assert X.shape[1] % heads == 0
    return _parts(X, heads)


def split_none_when_not_divisible(X, heads):
    return None if X.shape[1] % heads else _parts(X, heads)


def split_single_head_left_alone(X, heads):
    return X if heads == 1 else _parts(X, heads)


def split_squeezed(X, heads):
    return _squeezed(_parts(X, heads))


# ---------------------------------------------------------------- merge-heads


def _merged(X):
    return X.transpose(1, 0, 2).reshape(X.shape[1], -1)


def merge_by_reshape(X):
    return X.reshape(X.shape[1], -1)


def merge_interleaved(X):
    return X.transpose(1, 2, 0).reshape(X.shape[1], -1)


def merge_one_under_the_other(X):
    return np.concatenate([*X], axis=0)


def merge_added_up(X):
    return X.sum(axis=0)


def merge_averaged(X):
    return X.mean(axis=0)


def merge_columns_as_rows(X):
    return _merged(X).T


def merge_last_head_first(X):
    return _merged(X[::-1])


def merge_single_head_left_alone(X):
    return X if len(X) == 1 else _merged(X)


def merge_squeezed(X):
    return _squeezed(_merged(X))


# ---------------------------------------------------------------- multi-head-attention


def _heads(
    score=_scores,
    share=_share,
    split=_parts,
    merge=_merged,
    read=lambda W: W,
    result=lambda answers, X, W_o: answers @ W_o,
):
    def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
        Q, K, V = (split(X @ read(W), heads) for W in (W_q, W_k, W_v))
        return result(merge(share(score(Q, K), mask) @ V), X, read(W_o))

    return multi_head_attention


def _together(answers):
    """Heads merged by a bare reshape."""
    return answers.reshape(answers.shape[1], -1)


heads_without_scale = _heads(_unscaled)
heads_divided_by_width = _heads(_divided_by_k)
heads_scaled_by_tokens = _heads(_scaled_by_keys)
heads_queries_and_keys_swapped = _heads(_swapped)
heads_over_queries = _heads(share=_over_queries)
heads_overflow = _heads(share=_overflow)
heads_overflow_and_nan = _heads(share=_overflow_and_nan)
heads_global_max = _heads(share=_global_max)
heads_mask_inverted = _heads(share=_mask_inverted)
heads_mask_ignored = _heads(share=_mask_ignored)
heads_mask_added = _heads(share=_mask_added)
heads_mask_transposed = _heads(share=_mask_transposed)
heads_filled_with_zero = _heads(share=_filled_with_zero)
heads_filled_with_1e_9 = _heads(share=_filled_with_1e_9)
heads_filled_with_minus_1e_9 = _heads(share=_filled_with_minus_1e_9)
heads_uniform_when_fully_masked = _heads(share=_uniform_when_fully_masked)
heads_unmasked_when_fully_masked = _heads(share=_additive)
heads_nan_when_fully_masked = _heads(share=_nan_when_fully_masked)
heads_masked_after_softmax = _heads(share=_masked_after_softmax)
heads_split_by_reshape = _heads(split=split_by_reshape)
heads_merged_by_reshape = _heads(merge=_together)
heads_reshaped_both_ways = _heads(split=split_by_reshape, merge=_together)
heads_interleaved = _heads(split=split_interleaved, merge=merge_interleaved)
heads_merged_interleaved = _heads(merge=merge_interleaved)
heads_weights_as_out_in = _heads(read=np.transpose)
heads_without_output_weights = _heads(result=lambda answers, X, W_o: answers)
heads_output_weights_transposed = _heads(result=lambda answers, X, W_o: answers @ W_o.T)
heads_with_residual = _heads(result=lambda answers, X, W_o: X + answers @ W_o)


def heads_scaled_by_model_width(X, W_q, W_k, W_v, W_o, heads, mask=None):
    def score(Q, K):
        return _unscaled(Q, K) / np.sqrt(X.shape[1])

    return _heads(score)(X, W_q, W_k, W_v, W_o, heads, mask)


def heads_all_in_one(X, W_q, W_k, W_v, W_o, heads, mask=None):
    return _heads()(X, W_q, W_k, W_v, W_o, 1, mask)


def heads_values_not_projected(X, W_q, W_k, W_v, W_o, heads, mask=None):
    return _heads()(X, W_q, W_k, np.eye(X.shape[1]), W_o, heads, mask)


def heads_no_output_weights_for_one(X, W_q, W_k, W_v, W_o, heads, mask=None):
    return _heads()(X, W_q, W_k, W_v, np.eye(X.shape[1]) if heads == 1 else W_o, heads, mask)


# ---------------------------------------------------------------- attention-backward


def _jacobian(dP, P):
    return P * (dP - (dP * P).sum(axis=1, keepdims=True))


def _backward(score=_scores, share=_share, slope=_jacobian, scale=np.sqrt, result=lambda dQ, dK, dV: (dQ, dK, dV)):
    """A wrong part within a right backward pass; `scale` is what dQ and dK are divided by, as a function of k."""

    def attention_backward(dO, Q, K, V):
        P = share(score(Q, K), None)
        dS = slope(dO @ V.T, P) / scale(Q.shape[1])
        return result(dS @ K, dS.T @ Q, P.T @ dO)

    return attention_backward


backward_without_scale = _backward(scale=lambda k: 1)
backward_unscaled_everywhere = _backward(_unscaled, scale=lambda k: 1)
backward_scaled_twice = _backward(scale=lambda k: k)
backward_scale_multiplied = _backward(scale=lambda k: 1 / np.sqrt(k))
backward_without_sum = _backward(slope=gradient_without_sum)
backward_of_each_alone = _backward(slope=gradient_of_each_alone)
backward_summed_over_queries = _backward(slope=gradient_summed_over_columns)
backward_past_the_softmax = _backward(slope=lambda dP, P: dP)
backward_softmax_over_queries = _backward(share=_over_queries)
backward_overflow = _backward(share=_overflow)
backward_global_max = _backward(share=_global_max)
backward_keys_first = _backward(result=lambda dQ, dK, dV: (dK, dQ, dV))
backward_values_first = _backward(result=lambda dQ, dK, dV: (dV, dK, dQ))
backward_squeezed = _backward(result=lambda *gradients: _squeezed(gradients))


def backward_weights_not_transposed(dO, Q, K, V):
    P = _share(_scores(Q, K), None)
    dQ, dK, _ = _backward()(dO, Q, K, V)
    return dQ, dK, P @ dO


def backward_slopes_not_transposed(dO, Q, K, V):
    P = _share(_scores(Q, K), None)
    dQ, _, dV = _backward()(dO, Q, K, V)
    return dQ, _jacobian(dO @ V.T, P) / np.sqrt(Q.shape[1]) @ Q, dV


def backward_values_from_scores(dO, Q, K, V):
    dQ, dK, _ = _backward()(dO, Q, K, V)
    return dQ, dK, _scores(Q, K).T @ dO
