"""What goes wrong in LSTM and GRU, as code: each function is a mistake that students make.

A wrong step, unrolled, is a wrong forward pass; a wrong step backward, unrolled, is a wrong backward pass.
"""

import numpy as np


def _sigma(a):
    return 1 / (1 + np.exp(-a))


def _blocks(weights, order, wanted):
    """The gates' blocks, which stand in one order, put into another."""
    parts = np.split(weights, len(order), axis=-1)
    return np.concatenate([parts[order.index(gate)] for gate in wanted], axis=-1)


def _unrolled(step, start=lambda h: h, read=lambda x: x):
    """States and cells of an LSTM whose (wrong) step is taken again and again."""

    def states(x, h0, c0, *weights):
        h, c = start(h0), start(c0)
        H, C = [], []
        for x_s in np.swapaxes(read(x), 0, 1):
            h, c = step(x_s, h, c, *weights)
            H.append(h)
            C.append(c)
        return np.stack(H, axis=1), np.stack(C, axis=1)

    return states


def _forward(step, result=lambda H, C: (H, C[:, -1]), **how):
    def forward(x, h0, c0, W, U, b):
        return result(*_unrolled(step, **how)(x, h0, c0, W, U, b))

    return forward


# ---------------------------------------------------------------- lstm-step


def _lstm(x, h, c, W, U, b):
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=-1)
    c_next = _sigma(f) * c + _sigma(i) * np.tanh(g)
    return _sigma(o) * np.tanh(c_next), c_next


def _lstm_order(order):
    def step(x, h, c, W, U, b):
        return _lstm(x, h, c, *(_blocks(one, order, "ifgo") for one in (W, U, b)))

    return step


lstm_order_ifog = _lstm_order("ifog")
lstm_order_figo = _lstm_order("figo")
lstm_order_fiog = _lstm_order("fiog")
lstm_order_igfo = _lstm_order("igfo")


def lstm_gates_interleaved(x, h, c, W, U, b):
    i, f, g, o = np.moveaxis((x @ W + h @ U + b).reshape(len(x), -1, 4), -1, 0)
    c_next = _sigma(f) * c + _sigma(i) * np.tanh(g)
    return _sigma(o) * np.tanh(c_next), c_next


def lstm_output_without_tanh(x, h, c, W, U, b):
    o = np.split(x @ W + h @ U + b, 4, axis=-1)[3]
    c_next = _lstm(x, h, c, W, U, b)[1]
    return _sigma(o) * c_next, c_next


def lstm_candidate_with_sigmoid(x, h, c, W, U, b):
    i, f, g, o = np.split(_sigma(x @ W + h @ U + b), 4, axis=-1)
    c_next = f * c + i * g
    return o * np.tanh(c_next), c_next


def lstm_candidate_without_tanh(x, h, c, W, U, b):
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=-1)
    c_next = _sigma(f) * c + _sigma(i) * g
    return _sigma(o) * np.tanh(c_next), c_next


def lstm_output_of_old_cell(x, h, c, W, U, b):
    o = np.split(x @ W + h @ U + b, 4, axis=-1)[3]
    return _sigma(o) * np.tanh(c), _lstm(x, h, c, W, U, b)[1]


def lstm_coupled_gates(x, h, c, W, U, b):
    _, f, g, o = np.split(x @ W + h @ U + b, 4, axis=-1)
    c_next = _sigma(f) * c + (1 - _sigma(f)) * np.tanh(g)
    return _sigma(o) * np.tanh(c_next), c_next


def lstm_forget_bias_of_one(x, h, c, W, U, b):
    return _lstm(x, h, c, W, U, b + np.repeat([0.0, 1.0, 0.0, 0.0], h.shape[1]))


def lstm_without_bias(x, h, c, W, U, b):
    return _lstm(x, h, c, W, U, 0 * b)


def lstm_with_two_biases(x, h, c, W, U, b):
    return _lstm(x, h, c, W, U, 2 * b)


def lstm_weights_as_out_in(x, h, c, W, U, b):
    return _lstm(x, h, c, W.T, U.T, b)


def lstm_concatenated_wrongly(x, h, c, W, U, b):
    return _lstm(np.concatenate([h, x], axis=1), h, c, np.concatenate([W, U]), 0 * U, b)


def lstm_cell_first(x, h, c, W, U, b):
    return _lstm(x, h, c, W, U, b)[::-1]


def lstm_state_only(x, h, c, W, U, b):
    return _lstm(x, h, c, W, U, b)[0]


def lstm_one_state_for_all(x, h, c, W, U, b):
    return _lstm(x, h[:1], c[:1], W, U, b)


def lstm_clipped_inside(x, h, c, W, U, b):
    a = np.clip(x @ W + h @ U + b, -6, 6)
    return _lstm(0 * x, 0 * h, c, 0 * W, 0 * U, a)


def lstm_squeezed(x, h, c, W, U, b):
    h_next, c_next = _lstm(x, h, c, W, U, b)
    return (h_next[0], c_next[0]) if len(x) == 1 else (h_next, c_next)


# ---------------------------------------------------------------- lstm-forward

lstm_forward_order_ifog = _forward(lstm_order_ifog)
lstm_forward_order_figo = _forward(lstm_order_figo)
lstm_forward_order_fiog = _forward(lstm_order_fiog)
lstm_forward_output_without_tanh = _forward(lstm_output_without_tanh)
lstm_forward_without_bias = _forward(lstm_without_bias)
lstm_forward_forget_bias_of_one = _forward(lstm_forget_bias_of_one)
lstm_forward_cell_restarts = _forward(lambda x, h, c, *weights: (_lstm(x, h, c, *weights)[0], c))
lstm_forward_starts_from_zeros = _forward(_lstm, start=np.zeros_like)
lstm_forward_from_the_end = _forward(_lstm, read=lambda x: x[:, ::-1], result=lambda H, C: (H[:, ::-1], C[:, -1]))
lstm_forward_time_major = _forward(_lstm, read=lambda x: np.swapaxes(x, 0, 1))
lstm_forward_time_first = _forward(_lstm, result=lambda H, C: (np.swapaxes(H, 0, 1), C[:, -1]))
lstm_forward_all_cells = _forward(_lstm, result=lambda H, C: (H, C))
lstm_forward_last_state_only = _forward(_lstm, result=lambda H, C: (H[:, -1], C[:, -1]))
lstm_forward_state_as_cell = _forward(_lstm, result=lambda H, C: (H, H[:, -1]))
lstm_forward_cell_first = _forward(_lstm, result=lambda H, C: (C[:, -1], H))
lstm_forward_three_results = _forward(_lstm, result=lambda H, C: (H, H[:, -1], C[:, -1]))
lstm_forward_squeezed = _forward(_lstm, result=lambda H, C: (np.squeeze(H), np.squeeze(C[:, -1])))


def lstm_forward_with_h0(x, h0, c0, W, U, b):
    H, C = _unrolled(_lstm)(x, h0, c0, W, U, b)
    return np.concatenate([h0[:, None], H], axis=1), C[:, -1]


def lstm_forward_cell_starts_from_zeros(x, h0, c0, W, U, b):
    return _forward(_lstm)(x, h0, 0 * c0, W, U, b)


def lstm_forward_state_not_passed(x, h0, c0, W, U, b):
    return _forward(lambda x_s, h, c, *weights: _lstm(x_s, h0, c, *weights))(x, h0, c0, W, U, b)


def lstm_forward_cell_not_passed(x, h0, c0, W, U, b):
    return _forward(lambda x_s, h, c, *weights: _lstm(x_s, h, c0, *weights))(x, h0, c0, W, U, b)


# ---------------------------------------------------------------- lstm-step-backward


def _back(
    through_state=lambda dh, o, tanh_c, c: dh * o * (1 - tanh_c**2),
    gate=lambda s: s * (1 - s),
    candidate=lambda g: 1 - g**2,
    forget=lambda f: f,
    output=lambda tanh_c, c_next: tanh_c,
    bias=1,
):
    """The step backward, right but for what is given."""

    def backward(dh, dc, x, h, c, W, U, b):
        i, f, g, o = np.split(x @ W + h @ U + bias * b, 4, axis=-1)
        i, f, g, o = _sigma(i), _sigma(f), np.tanh(g), _sigma(o)
        c_next = f * c + i * g
        tanh_c = np.tanh(c_next)
        dc = dc + through_state(dh, o, tanh_c, c)
        blocks = dc * g * gate(i), dc * c * gate(f), dc * i * candidate(g), dh * output(tanh_c, c_next) * gate(o)
        da = np.concatenate(blocks, axis=1)
        return da @ W.T, da @ U.T, dc * forget(f), x.T @ da, h.T @ da, da.sum(axis=0)

    return backward


def _back_order(order):
    def backward(dh, dc, x, h, c, W, U, b):
        gradients = _back()(dh, dc, x, h, c, *(_blocks(one, order, "ifgo") for one in (W, U, b)))
        return *gradients[:3], *(_blocks(one, "ifgo", order) for one in gradients[3:])

    return backward


def _back_result(result):
    def backward(dh, dc, x, h, c, W, U, b):
        return tuple(result(*_back()(dh, dc, x, h, c, W, U, b), len(x)))

    return backward


lstm_back_order_ifog = _back_order("ifog")
lstm_back_order_figo = _back_order("figo")
lstm_back_without_tanh_derivative = _back(through_state=lambda dh, o, tanh_c, c: dh * o)
lstm_back_tanh_derivative_without_square = _back(through_state=lambda dh, o, tanh_c, c: dh * o * (1 - tanh_c))
lstm_back_tanh_derivative_at_old_cell = _back(through_state=lambda dh, o, tanh_c, c: dh * o * (1 - np.tanh(c) ** 2))
lstm_back_output_gate_left_out = _back(through_state=lambda dh, o, tanh_c, c: dh * (1 - tanh_c**2))
lstm_back_state_does_not_reach_the_cell = _back(through_state=lambda dh, o, tanh_c, c: 0 * dh)
lstm_back_without_gate_derivative = _back(gate=lambda s: 1.0)
lstm_back_gate_derivative_of_tanh = _back(gate=lambda s: 1 - s**2)
lstm_back_gate_derivative_twice_activated = _back(gate=lambda s: _sigma(s) * (1 - _sigma(s)))
lstm_back_without_candidate_derivative = _back(candidate=lambda g: 1.0)
lstm_back_candidate_derivative_without_square = _back(candidate=lambda g: 1 - g)
lstm_back_cell_past_the_forget_gate = _back(forget=lambda f: 1.0)
lstm_back_output_gate_sees_raw_cell = _back(output=lambda tanh_c, c_next: c_next)
lstm_back_forward_without_bias = _back(bias=0)
lstm_back_averaged_over_examples = _back_result(lambda dx, dh, dc, dW, dU, db, n: (dx, dh, dc, dW / n, dU / n, db / n))
lstm_back_db_averaged = _back_result(lambda dx, dh, dc, dW, dU, db, n: (dx, dh, dc, dW, dU, db / n))
lstm_back_parameters_first = _back_result(lambda dx, dh, dc, dW, dU, db, n: (dW, dU, db, dx, dh, dc))
lstm_back_cell_before_state = _back_result(lambda dx, dh, dc, dW, dU, db, n: (dx, dc, dh, dW, dU, db))
lstm_back_weights_as_out_in = _back_result(lambda dx, dh, dc, dW, dU, db, n: (dx, dh, dc, dW.T, dU.T, db))
lstm_back_clipped = _back_result(
    lambda dx, dh, dc, dW, dU, db, n: (dx, dh, dc, *(np.clip(g, -5, 5) for g in (dW, dU, db)))
)
lstm_back_squeezed = _back_result(lambda *those: map(np.squeeze, those[:-1]))


def lstm_back_dc_ignored(dh, dc, x, h, c, W, U, b):
    return _back()(dh, 0 * dc, x, h, c, W, U, b)


def lstm_back_du_with_new_state(dh, dc, x, h, c, W, U, b):
    dx, dh_prev, dc_prev, dW, _, db = _back()(dh, dc, x, h, c, W, U, b)
    rows = [_back()(*(one[row : row + 1] for one in (dh, dc, x, h, c)), W, U, b)[5] for row in range(len(x))]
    return dx, dh_prev, dc_prev, dW, _lstm(x, h, c, W, U, b)[0].T @ np.stack(rows), db


def lstm_back_db_not_summed(dh, dc, x, h, c, W, U, b):
    rows = [_back()(*(one[row : row + 1] for one in (dh, dc, x, h, c)), W, U, b)[5] for row in range(len(x))]
    return *_back()(dh, dc, x, h, c, W, U, b)[:5], np.stack(rows)


def lstm_back_clipped_inside(dh, dc, x, h, c, W, U, b):
    a = np.clip(x @ W + h @ U + b, -6, 6)
    rest = a - x @ W - h @ U
    rows = [_back()(*(one[row : row + 1] for one in (dh, dc, x, h, c)), W, U, rest[row]) for row in range(len(x))]
    dx, dh_prev, dc_prev, *parameters = zip(*rows, strict=True)
    return *map(np.concatenate, (dx, dh_prev, dc_prev)), *(np.sum(one, axis=0) for one in parameters)


# ---------------------------------------------------------------- lstm-backward


def _through_time(back, state=lambda dh: dh, cell=lambda dc: dc, added=np.add):
    """A backward pass that takes a (wrong) step back again and again."""

    def backward(dH, x, h0, c0, W, U, b):
        H, C = _unrolled(_lstm)(x, h0, c0, W, U, b)
        dx, dh, dc, totals = np.zeros_like(x), np.zeros_like(h0), np.zeros_like(c0), [0 * W, 0 * U, 0 * b]
        for s in reversed(range(x.shape[1])):
            h, c = (H[:, s - 1], C[:, s - 1]) if s > 0 else (h0, c0)
            dx[:, s], dh, dc, *parameters = back(dH[:, s] + state(dh), cell(dc), x[:, s], h, c, W, U, b)
            totals = [added(total, one) for total, one in zip(totals, parameters, strict=True)]
        return dx, dh, dc, *totals

    return backward


def _changed(arguments=lambda *those: those, result=lambda gradients, n, t: gradients):
    """A right backward pass of changed arguments, or with a changed result."""

    def backward(dH, x, h0, c0, W, U, b):
        gradients = _through_time(_back())(*arguments(dH, x, h0, c0), W, U, b)
        return tuple(result(gradients, *x.shape[:2]))

    return backward


def _scaled(gradients, factor):
    return *gradients[:3], *(factor * one for one in gradients[3:])


def _last_only(dH):
    only = np.zeros_like(dH)
    only[:, -1] = dH[:, -1]
    return only


lstm_bptt_state_dropped = _through_time(_back(), state=lambda dh: 0 * dh)
lstm_bptt_cell_dropped = _through_time(_back(), cell=lambda dc: 0 * dc)
lstm_bptt_both_dropped = _through_time(_back(), state=lambda dh: 0 * dh, cell=lambda dc: 0 * dc)
lstm_bptt_keeps_only_one_step = _through_time(_back(), added=lambda total, one: one)
lstm_bptt_clipped = _changed(
    result=lambda gradients, n, t: (*gradients[:3], *(np.clip(g, -5, 5) for g in gradients[3:]))
)
lstm_bptt_without_tanh_derivative = _through_time(lstm_back_without_tanh_derivative)
lstm_bptt_cell_past_the_forget_gate = _through_time(lstm_back_cell_past_the_forget_gate)
lstm_bptt_du_with_new_state = _through_time(lstm_back_du_with_new_state)
lstm_bptt_db_averaged = _through_time(lstm_back_db_averaged)
lstm_bptt_averaged_over_time = _changed(result=lambda gradients, n, t: _scaled(gradients, 1 / t))
lstm_bptt_averaged_over_examples = _changed(result=lambda gradients, n, t: _scaled(gradients, 1 / n))
lstm_bptt_averaged_over_both = _changed(result=lambda gradients, n, t: _scaled(gradients, 1 / (n * t)))
lstm_bptt_loss_averaged_over_time = _changed(arguments=lambda dH, x, h0, c0: (dH / dH.shape[1], x, h0, c0))
lstm_bptt_only_the_last_gradient = _changed(arguments=lambda dH, x, h0, c0: (_last_only(dH), x, h0, c0))
lstm_bptt_starts_from_zeros = _changed(arguments=lambda dH, x, h0, c0: (dH, x, 0 * h0, 0 * c0))
lstm_bptt_parameters_first = _changed(result=lambda gradients, n, t: (*gradients[3:], *gradients[:3]))
lstm_bptt_squeezed = _changed(result=lambda gradients, n, t: map(np.squeeze, gradients))


def _bptt_order(order):
    def backward(dH, x, h0, c0, W, U, b):
        gradients = _changed()(dH, x, h0, c0, *(_blocks(one, order, "ifgo") for one in (W, U, b)))
        return *gradients[:3], *(_blocks(one, "ifgo", order) for one in gradients[3:])

    return backward


lstm_bptt_order_ifog = _bptt_order("ifog")
lstm_bptt_order_figo = _bptt_order("figo")


def lstm_bptt_truncated(dH, x, h0, c0, W, U, b):
    H, C = _unrolled(_lstm)(x, h0, c0, W, U, b)
    totals = [np.zeros_like(one) for one in (x, h0, c0, W, U, b)]
    for s in range(x.shape[1]):
        start = max(0, s - 5)
        window = slice(start, s + 1)
        h, c = (H[:, start - 1], C[:, start - 1]) if start > 0 else (h0, c0)
        gradients = _changed()(_last_only(dH[:, window]), x[:, window], h, c, W, U, b)
        totals[0][:, window] += gradients[0]
        for place in range(1 if start == 0 else 3, 6):
            totals[place] += gradients[place]
    return tuple(totals)


# ---------------------------------------------------------------- gru-step


def _gru(
    candidate=lambda x_n, h, r, U_n, b_n: x_n + (r * h) @ U_n + b_n,
    mixed=lambda z, n, h, r: (1 - z) * n + z * h,
    squash=np.tanh,
    order="rzn",
    bias=1,
):
    """The step, right but for what is given."""

    def step(x, h, W, U, b):
        x_r, x_z, x_n = np.split(x @ _blocks(W, order, "rzn"), 3, axis=-1)
        U_r, U_z, U_n = np.split(_blocks(U, order, "rzn"), 3, axis=-1)
        b_r, b_z, b_n = np.split(bias * _blocks(b, order, "rzn"), 3)
        r, z = _sigma(x_r + h @ U_r + b_r), _sigma(x_z + h @ U_z + b_z)
        return mixed(z, squash(candidate(x_n, h, r, U_n, b_n)), h, r)

    return step


def _after(x_n, h, r, U_n, b_n):
    return x_n + r * (h @ U_n) + b_n


def _after_with_bias(x_n, h, r, U_n, b_n):
    return x_n + r * (h @ U_n + b_n)


def _swapped(z, n, h, r):
    return z * n + (1 - z) * h


gru_reset_after_product = _gru(candidate=_after)
gru_reset_after_product_and_bias = _gru(candidate=_after_with_bias)
gru_update_swapped = _gru(mixed=_swapped)
gru_reset_after_and_update_swapped = _gru(candidate=_after, mixed=_swapped)
gru_order_zrn = _gru(order="zrn")
gru_order_zrn_and_reset_after = _gru(order="zrn", candidate=_after)
gru_order_zrn_and_update_swapped = _gru(order="zrn", mixed=_swapped)
gru_order_rnz = _gru(order="rnz")
gru_without_reset = _gru(candidate=lambda x_n, h, r, U_n, b_n: x_n + h @ U_n + b_n)
gru_reset_of_everything = _gru(candidate=lambda x_n, h, r, U_n, b_n: r * (x_n + h @ U_n + b_n))
gru_reset_in_the_mixture = _gru(mixed=lambda z, n, h, r: (1 - z) * n + z * r * h)
gru_state_added_whole = _gru(mixed=lambda z, n, h, r: (1 - z) * n + h)
gru_candidate_with_sigmoid = _gru(squash=_sigma)
gru_candidate_without_tanh = _gru(squash=lambda a: a)
gru_without_bias = _gru(bias=0)
gru_with_two_biases = _gru(bias=2)


def gru_weights_as_out_in(x, h, W, U, b):
    return _gru()(x, h, W.T, U.T, b)


def gru_concatenated_wrongly(x, h, W, U, b):
    W_r, W_z, W_n = np.split(np.concatenate([W, U]), 3, axis=1)
    b_r, b_z, b_n = np.split(b, 3)
    both = np.concatenate([h, x], axis=1)
    r, z = _sigma(both @ W_r + b_r), _sigma(both @ W_z + b_z)
    n = np.tanh(np.concatenate([r * h, x], axis=1) @ W_n + b_n)
    return (1 - z) * n + z * h


def gru_one_state_for_all(x, h, W, U, b):
    return _gru()(x, h[:1], W, U, b)


def gru_clipped_inside(x, h, W, U, b):
    W_r, W_z, W_n = np.split(W, 3, axis=1)
    U_r, U_z, U_n = np.split(U, 3, axis=1)
    b_r, b_z, b_n = np.split(b, 3)
    r = _sigma(np.clip(x @ W_r + h @ U_r + b_r, -6, 6))
    z = _sigma(np.clip(x @ W_z + h @ U_z + b_z, -6, 6))
    n = np.tanh(x @ W_n + (r * h) @ U_n + b_n)
    return (1 - z) * n + z * h


def gru_squeezed(x, h, W, U, b):
    h_next = _gru()(x, h, W, U, b)
    return h_next[0] if len(x) == 1 else h_next


# ---------------------------------------------------------------- gru-forward


def _gru_forward(step, start=lambda h: h, read=lambda x: x, result=lambda H: H):
    def forward(x, h0, W, U, b):
        h, states = start(h0), []
        for x_s in np.swapaxes(read(x), 0, 1):
            h = step(x_s, h, W, U, b)
            states.append(h)
        return result(np.stack(states, axis=1))

    return forward


gru_forward_reset_after_product = _gru_forward(gru_reset_after_product)
gru_forward_reset_after_product_and_bias = _gru_forward(gru_reset_after_product_and_bias)
gru_forward_update_swapped = _gru_forward(gru_update_swapped)
gru_forward_reset_after_and_update_swapped = _gru_forward(gru_reset_after_and_update_swapped)
gru_forward_order_zrn = _gru_forward(gru_order_zrn)
gru_forward_order_zrn_and_reset_after = _gru_forward(gru_order_zrn_and_reset_after)
gru_forward_without_reset = _gru_forward(gru_without_reset)
gru_forward_without_bias = _gru_forward(gru_without_bias)
gru_forward_starts_from_zeros = _gru_forward(_gru(), start=np.zeros_like)
gru_forward_from_the_end = _gru_forward(_gru(), read=lambda x: x[:, ::-1], result=lambda H: H[:, ::-1])
gru_forward_time_major = _gru_forward(_gru(), read=lambda x: np.swapaxes(x, 0, 1))
gru_forward_time_first = _gru_forward(_gru(), result=lambda H: np.swapaxes(H, 0, 1))
gru_forward_last_state_only = _gru_forward(_gru(), result=lambda H: H[:, -1])
gru_forward_last_state_too = _gru_forward(_gru(), result=lambda H: (H, H[:, -1]))
gru_forward_squeezed = _gru_forward(_gru(), result=np.squeeze)


def gru_forward_with_h0(x, h0, W, U, b):
    return np.concatenate([h0[:, None], _gru_forward(_gru())(x, h0, W, U, b)], axis=1)


def gru_forward_state_not_passed(x, h0, W, U, b):
    return np.stack([_gru()(x[:, s], h0, W, U, b) for s in range(x.shape[1])], axis=1)


# ---------------------------------------------------------------- parameter-count


def _count(gates, total=lambda d, k: d * k + k * k + k, unknown=ValueError, clean=lambda kind: kind):
    def count(kind: str, input_size: int, hidden_size: int) -> int:
        if clean(kind) in gates:
            return gates[clean(kind)] * total(input_size, hidden_size)
        if unknown is None:
            return 0
        raise unknown(kind)

    return count


_GATES = {"rnn": 1, "lstm": 4, "gru": 3}
count_two_biases = _count(_GATES, total=lambda d, k: d * k + k * k + 2 * k)
count_without_bias = _count(_GATES, total=lambda d, k: d * k + k * k)
count_one_bias_number = _count(_GATES, total=lambda d, k: d * k + k * k + 1)
count_without_recurrence = _count(_GATES, total=lambda d, k: d * k + k)
count_without_input_weights = _count(_GATES, total=lambda d, k: k * k + k)
count_sizes_swapped = _count(_GATES, total=lambda d, k: d * k + d * d + d)
count_square_of_the_sum = _count(_GATES, total=lambda d, k: (d + k) * (d + k) + k)
count_lstm_without_candidate = _count({"rnn": 1, "lstm": 3, "gru": 3})
count_gru_without_candidate = _count({"rnn": 1, "lstm": 4, "gru": 2})
count_neither_candidate = _count({"rnn": 1, "lstm": 3, "gru": 2})
count_one_gate_for_all = _count({"rnn": 1, "lstm": 1, "gru": 1})
count_unknown_is_zero = _count(_GATES, unknown=None)
count_unknown_is_key_error = _count(_GATES, unknown=KeyError)
count_any_case = _count(_GATES, clean=str.lower)


def count_two_biases_in_gru(kind: str, input_size: int, hidden_size: int) -> int:
    return _count(_GATES)(kind, input_size, hidden_size) + (3 * hidden_size if kind == "gru" else 0)


# ---------------------------------------------------------------- cell-gradient


def _products(rows, axis=0):
    def gradient(F):
        t = len(F)
        return np.stack([np.prod(F[rows(s, t)], axis=axis) * np.ones(F.shape[1]) for s in range(t)])

    return gradient


cell_product_includes_own_row = _products(lambda s, t: slice(s, t))
cell_product_stops_early = _products(lambda s, t: slice(s + 1, max(s + 1, t - 1)))
cell_product_includes_own_row_but_not_the_last = _products(lambda s, t: slice(s, t - 1))
cell_product_of_past = _products(lambda s, t: slice(0, s + 1))
cell_product_of_earlier = _products(lambda s, t: slice(0, s))
cell_product_over_units_too = _products(lambda s, t: slice(s + 1, t), axis=None)
cell_product_of_everything = _products(lambda s, t: slice(0, t))
cell_next_gate_only = _products(lambda s, t: slice(s + 1, min(s + 2, t)))


def _right(F):
    return _products(lambda s, t: slice(s + 1, t))(F)


def cell_order_reversed(F):
    return _right(F)[::-1]


def cell_squeezed(F):
    return np.squeeze(_right(F))


def cell_last_row_zero(F):
    return np.concatenate([_right(F)[:-1], np.zeros_like(F[-1:])])


def cell_last_row_left_out(F):
    return _right(F)[:-1]


def cell_gates_activated_again(F):
    return _right(_sigma(F))


def cell_what_is_forgotten(F):
    return _right(1 - F)


def cell_product_along_units(F):
    return _right(F.T).T


def cell_sum_of_gates(F):
    return np.stack([F[s + 1 :].sum(axis=0) for s in range(len(F))])


def cell_given_up_when_small(F):
    gradient = _right(F)
    return np.where(gradient < 1e-8, 0.0, gradient)
