"""What goes wrong in recurrent networks, as code: each function is a mistake that students make.

A wrong step, unrolled, is a wrong forward pass; a wrong step backward, unrolled, is a wrong backward pass.
"""

import numpy as np


def _step(x, h, W_xh, W_hh, b):
    return np.tanh(x @ W_xh + h @ W_hh + b)


def _unrolled(step, result=lambda states: np.stack(states, axis=1)):
    """A forward pass that takes a (wrong) step again and again."""

    def forward(x, h0, W_xh, W_hh, b):
        states = [h0]
        for s in range(x.shape[1]):
            states.append(step(x[:, s], states[-1], W_xh, W_hh, b))
        return result(states[1:])

    return forward


# ---------------------------------------------------------------- rnn-step


def step_transposed_recurrent_weights(x, h, W_xh, W_hh, b):
    return np.tanh(x @ W_xh + h @ W_hh.T + b)


def step_weights_as_out_in(x, h, W_xh, W_hh, b):
    return np.tanh(x @ W_xh.T + h @ W_hh.T + b)


def step_columns(x, h, W_xh, W_hh, b):
    return np.tanh(W_xh @ x + W_hh @ h + b[:, None])


def step_without_tanh(x, h, W_xh, W_hh, b):
    return x @ W_xh + h @ W_hh + b


def step_with_sigmoid(x, h, W_xh, W_hh, b):
    return 1 / (1 + np.exp(-(x @ W_xh + h @ W_hh + b)))


def step_with_relu(x, h, W_xh, W_hh, b):
    return np.maximum(x @ W_xh + h @ W_hh + b, 0)


def step_without_bias(x, h, W_xh, W_hh, b):
    return np.tanh(x @ W_xh + h @ W_hh)


def step_with_two_biases(x, h, W_xh, W_hh, b):
    return np.tanh((x @ W_xh + b) + (h @ W_hh + b))


def step_bias_after_tanh(x, h, W_xh, W_hh, b):
    return np.tanh(x @ W_xh + h @ W_hh) + b


def step_without_recurrence(x, h, W_xh, W_hh, b):
    return np.tanh(x @ W_xh + b)


def step_state_without_weights(x, h, W_xh, W_hh, b):
    return np.tanh(x @ W_xh + h + b)


def step_one_state_for_all(x, h, W_xh, W_hh, b):
    return _step(x, h[:1], W_xh, W_hh, b)


def step_clipped_inside(x, h, W_xh, W_hh, b):
    return np.tanh(np.clip(x @ W_xh + h @ W_hh + b, -6, 6))


def step_squeezed(x, h, W_xh, W_hh, b):
    state = _step(x, h, W_xh, W_hh, b)
    return state[0] if len(state) == 1 else state


# ---------------------------------------------------------------- rnn-forward

forward_transposed_recurrent_weights = _unrolled(step_transposed_recurrent_weights)
forward_weights_as_out_in = _unrolled(step_weights_as_out_in)
forward_without_tanh = _unrolled(step_without_tanh)
forward_without_bias = _unrolled(step_without_bias)
forward_without_recurrence = _unrolled(step_without_recurrence)
forward_last_state_only = _unrolled(_step, result=lambda states: states[-1])
forward_time_first = _unrolled(_step, result=np.stack)
forward_overwritten_states = _unrolled(_step, result=lambda states: np.stack([states[-1] for _ in states], axis=1))
forward_squeezed = _unrolled(_step, result=lambda states: np.squeeze(np.stack(states, axis=1)))


def forward_starts_from_zeros(x, h0, W_xh, W_hh, b):
    return _unrolled(_step)(x, np.zeros_like(h0), W_xh, W_hh, b)


def forward_starts_again_at_each_step(x, h0, W_xh, W_hh, b):
    return np.stack([_step(x[:, s], h0, W_xh, W_hh, b) for s in range(x.shape[1])], axis=1)


def forward_with_h0(x, h0, W_xh, W_hh, b):
    return np.concatenate([h0[:, None], _unrolled(_step)(x, h0, W_xh, W_hh, b)], axis=1)


def forward_one_step_late(x, h0, W_xh, W_hh, b):
    return forward_with_h0(x, h0, W_xh, W_hh, b)[:, :-1]


def forward_from_the_end(x, h0, W_xh, W_hh, b):
    return _unrolled(_step)(x[:, ::-1], h0, W_xh, W_hh, b)[:, ::-1]


def forward_time_major_input(x, h0, W_xh, W_hh, b):
    h, states = h0, []
    for x_s in x:
        h = _step(x_s, h, W_xh, W_hh, b)
        states.append(h)
    return np.stack(states)


def forward_tanh_only_outside(x, h0, W_xh, W_hh, b):
    return np.tanh(_unrolled(step_without_tanh)(x, h0, W_xh, W_hh, b))


# ---------------------------------------------------------------- rnn-readout


def readout_without_bias(H, W_hy, b_y):
    return H @ W_hy


def readout_transposed_weights(H, W_hy, b_y):
    return H @ W_hy.T + b_y


def readout_last_step_only(H, W_hy, b_y):
    return H[:, -1] @ W_hy + b_y


def readout_mean_over_time(H, W_hy, b_y):
    return H.mean(axis=1) @ W_hy + b_y


def readout_time_first(H, W_hy, b_y):
    return np.stack([H[:, s] @ W_hy + b_y for s in range(H.shape[1])])


def readout_with_softmax(H, W_hy, b_y):
    e = np.exp(H @ W_hy + b_y)
    return e / e.sum(axis=-1, keepdims=True)


def readout_with_tanh(H, W_hy, b_y):
    return np.tanh(H @ W_hy + b_y)


def readout_sums_up_the_past(H, W_hy, b_y):
    return np.cumsum(H, axis=1) @ W_hy + b_y


def readout_squeezed(H, W_hy, b_y):
    return np.squeeze(H @ W_hy + b_y)


# ---------------------------------------------------------------- rnn-step-backward


def _gradients(da, x, h, W_xh, W_hh):
    return da @ W_xh.T, da @ W_hh.T, x.T @ da, h.T @ da, da.sum(axis=0)


def back_without_derivative(dh, x, h, W_xh, W_hh, b):
    return _gradients(dh, x, h, W_xh, W_hh)


def back_derivative_without_square(dh, x, h, W_xh, W_hh, b):
    return _gradients(dh * (1 - _step(x, h, W_xh, W_hh, b)), x, h, W_xh, W_hh)


def back_derivative_at_previous_state(dh, x, h, W_xh, W_hh, b):
    return _gradients(dh * (1 - h**2), x, h, W_xh, W_hh)


def back_derivative_before_tanh(dh, x, h, W_xh, W_hh, b):
    return _gradients(dh * (1 - (x @ W_xh + h @ W_hh + b) ** 2), x, h, W_xh, W_hh)


def back_derivative_of_sigmoid(dh, x, h, W_xh, W_hh, b):
    h_next = _step(x, h, W_xh, W_hh, b)
    return _gradients(dh * h_next * (1 - h_next), x, h, W_xh, W_hh)


def back_forward_without_bias(dh, x, h, W_xh, W_hh, b):
    return _gradients(dh * (1 - np.tanh(x @ W_xh + h @ W_hh) ** 2), x, h, W_xh, W_hh)


def _da(dh, x, h, W_xh, W_hh, b):
    return dh * (1 - _step(x, h, W_xh, W_hh, b) ** 2)


def _step_back(dh, x, h, W_xh, W_hh, b):
    return _gradients(_da(dh, x, h, W_xh, W_hh, b), x, h, W_xh, W_hh)


def back_transposed_recurrent_weights(dh, x, h, W_xh, W_hh, b):
    da = _da(dh, x, h, W_xh, W_hh, b)
    return da @ W_xh.T, da @ W_hh, x.T @ da, h.T @ da, da.sum(axis=0)


def back_dw_hh_transposed(dh, x, h, W_xh, W_hh, b):
    dx, dh_prev, dW_xh, dW_hh, db = _step_back(dh, x, h, W_xh, W_hh, b)
    return dx, dh_prev, dW_xh, dW_hh.T, db


def back_dw_as_out_in(dh, x, h, W_xh, W_hh, b):
    dx, dh_prev, dW_xh, dW_hh, db = _step_back(dh, x, h, W_xh, W_hh, b)
    return dx, dh_prev, dW_xh.T, dW_hh.T, db


def back_dw_hh_with_new_state(dh, x, h, W_xh, W_hh, b):
    dx, dh_prev, dW_xh, _, db = _step_back(dh, x, h, W_xh, W_hh, b)
    return dx, dh_prev, dW_xh, _step(x, h, W_xh, W_hh, b).T @ _da(dh, x, h, W_xh, W_hh, b), db


def back_db_not_summed(dh, x, h, W_xh, W_hh, b):
    return *_step_back(dh, x, h, W_xh, W_hh, b)[:4], _da(dh, x, h, W_xh, W_hh, b)


def back_db_over_units(dh, x, h, W_xh, W_hh, b):
    return *_step_back(dh, x, h, W_xh, W_hh, b)[:4], _da(dh, x, h, W_xh, W_hh, b).sum(axis=1)


def back_db_averaged(dh, x, h, W_xh, W_hh, b):
    return *_step_back(dh, x, h, W_xh, W_hh, b)[:4], _da(dh, x, h, W_xh, W_hh, b).mean(axis=0)


def back_averaged_over_examples(dh, x, h, W_xh, W_hh, b):
    dx, dh_prev, *parameters = _step_back(dh, x, h, W_xh, W_hh, b)
    return dx, dh_prev, *(one / len(x) for one in parameters)


def back_parameters_first(dh, x, h, W_xh, W_hh, b):
    dx, dh_prev, *parameters = _step_back(dh, x, h, W_xh, W_hh, b)
    return *parameters, dx, dh_prev


def back_clipped(dh, x, h, W_xh, W_hh, b):
    dx, dh_prev, *parameters = _step_back(dh, x, h, W_xh, W_hh, b)
    return dx, dh_prev, *(np.clip(one, -5, 5) for one in parameters)


def back_squeezed(dh, x, h, W_xh, W_hh, b):
    dx, dh_prev, *parameters = _step_back(dh, x, h, W_xh, W_hh, b)
    return (dx[0], dh_prev[0], *parameters) if len(x) == 1 else (dx, dh_prev, *parameters)


def back_clipped_inside(dh, x, h, W_xh, W_hh, b):
    return _gradients(dh * (1 - step_clipped_inside(x, h, W_xh, W_hh, b) ** 2), x, h, W_xh, W_hh)


# ---------------------------------------------------------------- rnn-backward


def _through_time(step_back, received=lambda dh: dh, passed=lambda whole, dh: dh, added=np.add):
    """A backward pass that takes a (wrong) step back again and again."""

    def backward(dH, x, h0, W_xh, W_hh, b):
        H = _unrolled(_step)(x, h0, W_xh, W_hh, b)
        dx, dh, totals = np.zeros_like(x), np.zeros_like(h0), [0 * W_xh, 0 * W_hh, 0 * b]
        for s in reversed(range(x.shape[1])):
            whole = dH[:, s] + received(dh)
            h_prev = H[:, s - 1] if s > 0 else h0
            dx[:, s], dh, *parameters = step_back(whole, x[:, s], h_prev, W_xh, W_hh, b)
            dh = passed(whole, dh)
            totals = [added(total, one) for total, one in zip(totals, parameters, strict=True)]
        return dx, dh, *totals

    return backward


_backward = _through_time(_step_back)
bptt_without_derivative = _through_time(back_without_derivative)
bptt_derivative_without_square = _through_time(back_derivative_without_square)
bptt_derivative_at_previous_state = _through_time(back_derivative_at_previous_state)
bptt_transposed_recurrent_weights = _through_time(back_transposed_recurrent_weights)
bptt_dw_hh_transposed = _through_time(back_dw_hh_transposed)
bptt_dw_hh_with_new_state = _through_time(back_dw_hh_with_new_state)
bptt_db_averaged = _through_time(back_db_averaged)
bptt_later_states_dropped = _through_time(_step_back, received=lambda dh: 0 * dh)
bptt_skips_the_weights = _through_time(_step_back, passed=lambda whole, dh: whole)
bptt_keeps_only_one_step = _through_time(_step_back, added=lambda total, one: one)


def _changed(arguments=lambda *those: those, result=lambda gradients, n, t: gradients):
    """A right backward pass of changed arguments, or with a changed result."""

    def backward(dH, x, h0, W_xh, W_hh, b):
        gradients = _backward(*arguments(dH, x, h0), W_xh, W_hh, b)
        return tuple(result(gradients, *x.shape[:2]))

    return backward


def _scaled(gradients, factor):
    return *gradients[:2], *(factor * one for one in gradients[2:])


def _last_only(dH):
    only = np.zeros_like(dH)
    only[:, -1] = dH[:, -1]
    return only


bptt_averaged_over_time = _changed(result=lambda gradients, n, t: _scaled(gradients, 1 / t))
bptt_averaged_over_examples = _changed(result=lambda gradients, n, t: _scaled(gradients, 1 / n))
bptt_averaged_over_both = _changed(result=lambda gradients, n, t: _scaled(gradients, 1 / (n * t)))
bptt_loss_averaged_over_time = _changed(arguments=lambda dH, x, h0: (dH / dH.shape[1], x, h0))
bptt_only_the_last_gradient = _changed(arguments=lambda dH, x, h0: (_last_only(dH), x, h0))
bptt_starts_from_zeros = _changed(arguments=lambda dH, x, h0: (dH, x, np.zeros_like(h0)))
bptt_parameters_first = _changed(result=lambda gradients, n, t: (*gradients[2:], *gradients[:2]))
bptt_clipped = _changed(result=lambda gradients, n, t: (*gradients[:2], *(np.clip(g, -5, 5) for g in gradients[2:])))
bptt_squeezed = _changed(result=lambda gradients, n, t: map(np.squeeze, gradients))


def _of_first_state(dH, x, h0, W_xh, W_hh, b):
    """The whole gradient of h_1."""
    if x.shape[1] == 1:
        return dH[:, 0]
    h1 = _step(x[:, 0], h0, W_xh, W_hh, b)
    return dH[:, 0] + _backward(dH[:, 1:], x[:, 1:], h1, W_xh, W_hh, b)[1]


def bptt_dh0_one_step_short(dH, x, h0, W_xh, W_hh, b):
    dx, _, *parameters = _backward(dH, x, h0, W_xh, W_hh, b)
    return dx, _of_first_state(dH, x, h0, W_xh, W_hh, b), *parameters


def bptt_h0_forgotten_in_dw_hh(dH, x, h0, W_xh, W_hh, b):
    dx, dh0, dW_xh, dW_hh, db = _backward(dH, x, h0, W_xh, W_hh, b)
    da = _da(_of_first_state(dH, x, h0, W_xh, W_hh, b), x[:, 0], h0, W_xh, W_hh, b)
    return dx, dh0, dW_xh, dW_hh - h0.T @ da, db


def bptt_truncated(dH, x, h0, W_xh, W_hh, b):
    H = _unrolled(_step)(x, h0, W_xh, W_hh, b)
    totals = [np.zeros_like(one) for one in (x, h0, W_xh, W_hh, b)]
    for s in range(x.shape[1]):
        start = max(0, s - 5)
        window = slice(start, s + 1)
        h_prev = H[:, start - 1] if start > 0 else h0
        dx, dh, *parameters = _backward(_last_only(dH[:, window]), x[:, window], h_prev, W_xh, W_hh, b)
        totals[0][:, window] += dx
        totals[1] += dh if start == 0 else 0
        for total, one in zip(totals[2:], parameters, strict=True):
            total += one
    return tuple(totals)


# ---------------------------------------------------------------- jacobian-norms


def _spectral(J):
    return np.linalg.norm(J, ord=2)


def _factor(h, W_hh):
    return np.diag(1 - h**2) @ W_hh.T


def _norms(norm=_spectral, factor=_factor, join=np.matmul):
    """Norms of growing products of (wrong) factors, the last step first."""

    def norms(H, W_hh):
        J = np.eye(H.shape[1])
        found = []
        for h in H[::-1]:
            J = join(J, factor(h, W_hh))
            found.append(norm(J))
        return np.array(found)

    return norms


_right = _norms()
norms_frobenius = _norms(norm=np.linalg.norm)
norms_of_a_vector = _norms(norm=lambda J: np.linalg.norm(np.ones(len(J)) @ J))
norms_spectral_radius = _norms(norm=lambda J: np.abs(np.linalg.eigvals(J)).max())
norms_squared = _norms(norm=lambda J: _spectral(J) ** 2)
norms_of_columns = _norms(norm=lambda J: np.linalg.norm(J, ord=1))
norms_without_derivative = _norms(factor=lambda h, W_hh: W_hh.T)
norms_derivative_without_square = _norms(factor=lambda h, W_hh: np.diag(1 - h) @ W_hh.T)
norms_weights_not_transposed = _norms(factor=lambda h, W_hh: np.diag(1 - h**2) @ W_hh)
norms_derivative_on_the_wrong_side = _norms(factor=lambda h, W_hh: W_hh.T @ np.diag(1 - h**2))
norms_squeezed_rows = _norms(factor=lambda h, W_hh: np.diag(np.squeeze(1 - h[None] ** 2)) @ W_hh.T)
norms_product_in_reverse = _norms(join=lambda J, factor: factor @ J)


def norms_start_at_one(H, W_hh):
    return np.append(1.0, _right(H, W_hh)[:-1])


def norms_derivative_at_previous_state(H, W_hh):
    return _right(np.concatenate([np.zeros_like(H[:1]), H[:-1]]), W_hh)


def norms_from_the_first_step(H, W_hh):
    return _norms(join=lambda J, factor: factor @ J)(H[::-1], W_hh)


def norms_far_ones_first(H, W_hh):
    return _right(H, W_hh)[::-1]


def norms_of_single_steps(H, W_hh):
    return np.array([_spectral(_factor(h, W_hh)) for h in H[::-1]])


def norms_multiplied(H, W_hh):
    return np.cumprod(norms_of_single_steps(H, W_hh))


def norms_given_up_when_small(H, W_hh):
    norms = _right(H, W_hh)
    return np.where(norms < 1e-10, 0.0, norms)


# ---------------------------------------------------------------- clip-by-global-norm


def _length(gradients):
    return np.sqrt(sum(np.sum(g**2) for g in gradients))


def _times(gradients, factor):
    return [g * min(1.0, factor) for g in gradients]


def clip_each_array_alone(gradients, max_norm):
    return [g * min(1.0, max_norm / np.linalg.norm(g)) if g.any() else g for g in gradients]


def clip_by_value(gradients, max_norm):
    return [np.clip(g, -max_norm, max_norm) for g in gradients]


def clip_with_epsilon(gradients, max_norm):
    return _times(gradients, max_norm / (_length(gradients) + 1e-6))


def clip_with_small_epsilon(gradients, max_norm):
    return _times(gradients, max_norm / (_length(gradients) + 1e-12))


def clip_each_to_max_norm(gradients, max_norm):
    return [g * (max_norm / np.linalg.norm(g)) if g.any() else g for g in gradients]


def clip_always(gradients, max_norm):
    return [g * (max_norm / _length(gradients)) for g in gradients]


def clip_to_length_one(gradients, max_norm):
    norm = _length(gradients)
    return [g / norm if norm > max_norm else g for g in gradients]


def clip_without_root(gradients, max_norm):
    return _times(gradients, max_norm / max(_length(gradients) ** 2, 1e-300))


def clip_sum_of_norms(gradients, max_norm):
    return _times(gradients, max_norm / max(sum(np.linalg.norm(g) for g in gradients), 1e-300))


def clip_sum_of_sizes(gradients, max_norm):
    return _times(gradients, max_norm / max(sum(np.abs(g).sum() for g in gradients), 1e-300))


def clip_largest_entry(gradients, max_norm):
    return _times(gradients, max_norm / max(*(np.abs(g).max() for g in gradients), 1e-300))


def clip_last_norm_wins(gradients, max_norm):
    return _times(gradients, max_norm / max(np.linalg.norm(gradients[-1]), 1e-300))


def clip_divides_by_zero(gradients, max_norm):
    norm = _length(gradients)
    return [g / norm * min(norm, max_norm) for g in gradients]
