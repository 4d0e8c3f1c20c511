"""Inputs, cases and properties of the exercises about LSTM and GRU."""

import hypothesis.strategies as st
import numpy as np

from grader.properties import agree, arrays, call, draws, matrix, numbers, permutation, require, sizes

BOUNDS = {"n": (2, 4), "t": (2, 6), "d": (2, 5), "k": (2, 4)}
EDGE = {"d": (1, 5), "k": (1, 4)}
ONE_EXAMPLE = EDGE | {"n": (1, 1)}
ONE_STEP = EDGE | {"t": (1, 1)}
LONG = {"n": (2, 2), "t": (8, 9), "d": (1, 3), "k": (2, 4)}
SHUT, OPEN = -40.0, 40.0
NEARLY = 0.03  # a gate that does not close to the last digit is what `saturated_gates` is about
STEP = 1e-20


# ---------------------------------------------------------------- inputs


def nonzero(*shape, high=1.0):
    """Biases and states: thousandths, never zero."""
    return arrays(shape, numbers(-high, high).map(lambda number: number or 1.0))


def lstm_arguments(draw, distinct, axes="nt", **bounds):
    """x, h, c, W, U, b; the axes of x but the last are given."""
    size = shape_of(draw, distinct, ("k", "n", "d", *axes[1:]), bounds)
    n, d, k = size["n"], size["d"], size["k"]
    x = draw(matrix(*(size[axis] for axis in axes), d, low=-2, high=2))
    return x, draw(nonzero(n, k)), draw(nonzero(n, k, high=2.0)), *weights(draw, d, k, 4)


def gru_arguments(draw, distinct, axes="nt", **bounds):
    """x, h, W, U, b; the axes of x but the last are given."""
    size = shape_of(draw, distinct, ("k", "n", "d", *axes[1:]), bounds)
    n, d, k = size["n"], size["d"], size["k"]
    x = draw(matrix(*(size[axis] for axis in axes), d, low=-2, high=2))
    return x, draw(nonzero(n, k)), *weights(draw, d, k, 3)


def shape_of(draw, distinct, names, bounds):
    """Sizes by name, distinct; at the edges sometimes d = k, so that transposed weights answer instead of raising."""
    size = sizes(draw, names, BOUNDS | bounds, True)
    square = not distinct and (1, 1) in bounds.values() and draw(st.booleans())
    return size | {"d": size["k"]} if square else size


def weights(draw, d, k, gates):
    """W, U and b, moderate enough that the gates stay half open."""
    width = gates * k
    return draw(matrix(d, width, low=-1, high=1)), draw(matrix(k, width, low=-1, high=1)), draw(nonzero(width))


def saturated_by_bias(build):
    """A step whose bias drives every gate nearly open or nearly shut."""

    def saturate(draw, distinct, **bounds):
        *rest, b = build(draw, distinct, "n", **bounds)
        return *rest, np.sign(b) * draw(matrix(len(b), low=7, high=9))

    return saturate


def drawer(build, *axes, **bounds):
    return lambda draw, distinct: build(draw, distinct, *axes, **bounds)


def with_state_gradients(build, **bounds):
    """The arguments of a backward pass: a gradient of all states in front."""

    def build_backward(draw, distinct):
        x, h, *rest = build(draw, distinct, **bounds)
        return draw(matrix(*x.shape[:2], h.shape[1])), x, h, *rest

    return build_backward


def with_dh_and_dc(build, *axes, **bounds):
    """The arguments of a step backward: gradients of the state and the cell in front."""

    def build_backward(draw, distinct):
        x, h, *rest = build(draw, distinct, *axes, **bounds)
        return draw(matrix(*h.shape, low=-8, high=8)), draw(matrix(*h.shape, low=-8, high=8)), x, h, *rest

    return build_backward


lstm_steps = draws("lstm-step")(drawer(lstm_arguments, "n"))
lstm_single_steps = draws("lstm-step", case="one_example")(drawer(lstm_arguments, "n", **ONE_EXAMPLE))
lstm_saturated_steps = draws("lstm-step", case="saturated_gates")(drawer(saturated_by_bias(lstm_arguments)))
lstm_sequences = draws("lstm-forward")(drawer(lstm_arguments))
lstm_single_sequences = draws("lstm-forward", case="one_example")(drawer(lstm_arguments, **ONE_EXAMPLE))
lstm_short_sequences = draws("lstm-forward", case="one_step")(drawer(lstm_arguments, **ONE_STEP))
lstm_steps_back = draws("lstm-step-backward")(with_dh_and_dc(lstm_arguments, "n"))
lstm_single_steps_back = draws("lstm-step-backward", case="one_example")(
    with_dh_and_dc(lstm_arguments, "n", **ONE_EXAMPLE)
)
lstm_saturated_steps_back = draws("lstm-step-backward", case="saturated_gates")(
    with_dh_and_dc(saturated_by_bias(lstm_arguments))
)
lstm_sequences_back = draws("lstm-backward")(with_state_gradients(lstm_arguments))
lstm_single_sequences_back = draws("lstm-backward", case="one_example")(
    with_state_gradients(lstm_arguments, **ONE_EXAMPLE)
)
lstm_short_sequences_back = draws("lstm-backward", case="one_step")(with_state_gradients(lstm_arguments, **ONE_STEP))
lstm_long_sequences_back = draws("lstm-backward", case="long_sequence")(with_state_gradients(lstm_arguments, **LONG))
gru_steps = draws("gru-step")(drawer(gru_arguments, "n"))
gru_single_steps = draws("gru-step", case="one_example")(drawer(gru_arguments, "n", **ONE_EXAMPLE))
gru_saturated_steps = draws("gru-step", case="saturated_gates")(drawer(saturated_by_bias(gru_arguments)))
gru_sequences = draws("gru-forward")(drawer(gru_arguments))
gru_single_sequences = draws("gru-forward", case="one_example")(drawer(gru_arguments, **ONE_EXAMPLE))
gru_short_sequences = draws("gru-forward", case="one_step")(drawer(gru_arguments, **ONE_STEP))


def layers(*kinds):
    def draw_layer(draw, distinct):
        d, k = sizes(draw, ("d", "k"), {"d": (1, 300), "k": (1, 300)}, distinct).values()
        return draw(st.sampled_from(kinds)), d, k

    return draw_layer


some_layers = draws("parameter-count")(layers("rnn", "lstm"))
gru_layers = draws("parameter-count", case="gru")(layers("gru"))
unknown_layers = draws("parameter-count", case="unknown_kind")(
    layers("LSTM", "GRU", "Rnn", "cnn", "bilstm", "transformer", " gru", "lstm2", "stm", "")
)


def gates(low, **bounds):
    def draw_gates(draw, distinct):
        size = sizes(draw, ("t", "k"), bounds, distinct)
        return (draw(matrix(size["t"], size["k"], low=low, high=0.99)),)

    return draw_gates


some_gates = draws("cell-gradient")(gates(0.1, t=(2, 7), k=(2, 5)))
gates_of_one_step = draws("cell-gradient", case="one_row")(gates(0.1, t=(1, 1), k=(1, 5)))
gates_of_many_steps = draws("cell-gradient", case="long_memory")(gates(0.02, t=(20, 30), k=(2, 4)))


# ---------------------------------------------------------------- cases


def one_example(x):
    return len(x) == 1


def one_step(x):
    return x.shape[1] == 1


def long_sequence(x):
    return x.shape[1] >= 8


def saturated_gates(x, h, W, U, b):
    return np.abs(x @ W + h @ U + b).max() > 6


def gru(kind):
    return kind == "gru"


def unknown_kind(kind):
    return kind not in ("rnn", "lstm", "gru")


def one_row(F):
    return len(F) == 1


def long_memory(F):
    return len(F) >= 20


# ---------------------------------------------------------------- properties: LSTM forward


def with_gate(place, gates, W, U, b, bias):
    """The weights with one block that sees nothing but the given bias."""
    W, U, b = W.copy(), U.copy(), b.copy()
    k = len(b) // gates
    block = slice(place * k, (place + 1) * k)
    W[:, block], U[:, block], b[block] = 0, 0, bias
    return W, U, b


def lstm_steps_one_by_one(x, h, c, W, U, b):
    together = yield call(x, h, c, W, U, b)
    for i in range(len(x)):
        row = slice(i, i + 1)
        alone = yield call(x[row], h[row], c[row], W, U, b)
        agree([np.ravel(one) for one in alone], [both[i] for both in together])


def shut_input_and_open_forget_gate_keep_the_cell(x, h, c, W, U, b):
    weights = with_gate(1, 4, *with_gate(0, 4, W, U, b, SHUT), OPEN)
    answer = yield call(x, h, 10 * c, *weights)  # a cell that is cut off somewhere shows as well
    agree(answer[1], 10 * c, rtol=NEARLY, atol=NEARLY)


def shut_forget_gate_drops_the_cell(x, h, c, W, U, b):
    weights = with_gate(1, 4, W, U, b, SHUT)
    one = yield call(x, h, c, *weights)
    other = yield call(x, h, c + 1, *weights)
    agree(other, one, rtol=NEARLY, atol=NEARLY)


def shut_output_gate_hides_the_cell(x, h, c, W, U, b):
    answer = yield call(x, h, c, *with_gate(3, 4, W, U, b, SHUT))
    agree(answer[0], 0 * h, rtol=NEARLY, atol=NEARLY)


def state_stays_within_one(x, h, c, W, U, b):
    answer = yield call(x, h, 5 * c, *with_gate(1, 4, W, U, b, OPEN))
    require(np.abs(answer[0]).max() <= 1)


def lstm_sequences_one_by_one(x, h0, c0, W, U, b):
    together = yield call(x, h0, c0, W, U, b)
    for i in range(len(x)):
        row = slice(i, i + 1)
        alone = yield call(x[row], h0[row], c0[row], W, U, b)
        agree([np.ravel(one) for one in alone], [np.ravel(both[i]) for both in together])


def lstm_early_states_do_not_see_later_inputs(x, h0, c0, W, U, b):
    middle = x.shape[1] // 2
    changed = x.copy()
    changed[:, middle:] += 1
    before = yield call(x, h0, c0, W, U, b)
    after = yield call(changed, h0, c0, W, U, b)
    agree(after[0][:, :middle], before[0][:, :middle])


def lstm_sequence_may_be_cut(x, h0, c0, W, U, b):
    if x.shape[1] < 4:
        return
    whole = yield call(x, h0, c0, W, U, b)
    first = yield call(x[:, :2], h0, c0, W, U, b)
    second = yield call(x[:, 2:], first[0][:, -1], first[1], W, U, b)
    agree((np.concatenate([first[0], second[0]], axis=1), second[1]), whole)


def open_forget_gates_remember_to_the_end(x, h0, c0, W, U, b):
    weights = with_gate(1, 4, *with_gate(0, 4, W, U, b, SHUT), OPEN)
    answer = yield call(x, h0, 10 * c0, *weights)
    agree(answer[1], 10 * c0, rtol=NEARLY, atol=NEARLY)


# ---------------------------------------------------------------- properties: LSTM backward


def sigma(a):
    return 1 / (1 + np.exp(-a))


def lstm_states(x, h, c, W, U, b):
    """All states and the last cell of a batch of sequences; complex arguments are fine."""
    found = []
    for s in range(x.shape[1]):
        i, f, g, o = np.split(x[:, s] @ W + h @ U + b, 4, axis=1)
        c = sigma(f) * c + sigma(i) * np.tanh(g)
        h = sigma(o) * np.tanh(c)
        found.append(h)
    return np.stack(found, axis=1), c


def agree_with_slopes(gradients, arguments, loss):
    """Nothing when each gradient gives the slope of the loss along a direction of its argument.

    The slope is a finite difference along the imaginary axis, where nothing cancels (Squire and Trapp 1998).
    """
    require(len(gradients) == len(arguments), gradients)
    for place, (gradient, argument) in enumerate(zip(gradients, arguments, strict=True)):
        direction = np.cos(np.arange(1.0, argument.size + 1)).reshape(argument.shape)
        moved = [*arguments]
        moved[place] = argument + 1j * STEP * direction
        require(gradient.shape == argument.shape, gradients)
        agree(float((gradient * direction).sum()), float(loss(*moved).imag / STEP))


def lstm_step_gradients_are_slopes(dh, dc, x, h, c, W, U, b):
    gradients = yield call(dh, dc, x, h, c, W, U, b)

    def loss(x, h, c, W, U, b):
        H, last = lstm_states(x[:, None], h, c, W, U, b)
        return (dh * H[:, 0]).sum() + (dc * last).sum()

    agree_with_slopes(gradients, (x, h, c, W, U, b), loss)


def lstm_gradients_are_slopes(dH, x, h0, c0, W, U, b):
    gradients = yield call(dH, x, h0, c0, W, U, b)
    agree_with_slopes(gradients, (x, h0, c0, W, U, b), lambda *moved: (dH * lstm_states(*moved)[0]).sum())


def state_and_cell_gradients_add_up(dh, dc, x, h, c, W, U, b):
    both = yield call(dh, dc, x, h, c, W, U, b)
    state = yield call(dh, 0 * dc, x, h, c, W, U, b)
    cell = yield call(0 * dh, dc, x, h, c, W, U, b)
    agree(both, [one + other for one, other in zip(state, cell, strict=True)])


def doubled_state_gradients_double_everything(dH, x, h0, c0, W, U, b):
    once = yield call(dH, x, h0, c0, W, U, b)
    twice = yield call(2 * dH, x, h0, c0, W, U, b)
    agree(twice, [2 * gradient for gradient in once])


def open_forget_gate_passes_the_gradient(dh, dc, x, h, c, W, U, b):
    gradients = yield call(0 * dh, dc, x, h, c, *with_gate(1, 4, W, U, b, OPEN))
    agree(gradients[2], dc, rtol=NEARLY, atol=NEARLY)


def agree_with_parts(together, parts):
    """Nothing when inputs and states have the gradients of their own rows and parameters the sum over the rows."""
    for place, whole in enumerate(together):
        found = [np.reshape(part[place], whole[:1].shape if place < 3 else whole.shape) for part in parts]
        agree(whole, np.concatenate(found) if place < 3 else np.sum(found, axis=0))


def lstm_step_gradients_of_examples_add_up(dh, dc, x, h, c, W, U, b):
    together = yield call(dh, dc, x, h, c, W, U, b)
    parts = []
    for i in range(len(x)):
        row = slice(i, i + 1)
        parts.append((yield call(dh[row], dc[row], x[row], h[row], c[row], W, U, b)))
    agree_with_parts(together, parts)


def lstm_gradients_of_examples_add_up(dH, x, h0, c0, W, U, b):
    together = yield call(dH, x, h0, c0, W, U, b)
    parts = []
    for i in range(len(x)):
        row = slice(i, i + 1)
        parts.append((yield call(dH[row], x[row], h0[row], c0[row], W, U, b)))
    agree_with_parts(together, parts)


def open_forget_gates_carry_the_gradient_to_the_start(dH, x, h0, c0, W, U, b):
    for place, bias in ((0, SHUT), (1, OPEN), (3, 0.0)):
        W, U, b = with_gate(place, 4, W, U, b, bias)
    last = np.zeros_like(dH)
    last[:, -1] = dH[:, -1]
    gradients = yield call(last, x, h0, c0, W, U, b)
    agree(gradients[2], dH[:, -1] * 0.5 * (1 - np.tanh(c0) ** 2), rtol=NEARLY, atol=NEARLY)


# ---------------------------------------------------------------- properties: GRU


def gru_steps_one_by_one(x, h, W, U, b):
    together = yield call(x, h, W, U, b)
    for i in range(len(x)):
        row = slice(i, i + 1)
        alone = yield call(x[row], h[row], W, U, b)
        agree(np.ravel(alone), np.ravel(together[i]))


def a_unit_that_is_reset_has_no_say_in_the_candidate(x, h, W, U, b):
    k = h.shape[1]
    W, U, b = with_gate(0, 3, W, U, b, OPEN)
    b[0] = SHUT
    changed = U.copy()
    changed[0, 2 * k :] += 1
    before = yield call(x, h, W, U, b)
    after = yield call(x, h, W, changed, b)
    agree(after, before, rtol=NEARLY, atol=NEARLY)


def shut_reset_gate_forgets_the_state_in_the_candidate(x, h, W, U, b):
    weights = with_gate(1, 3, *with_gate(0, 3, W, U, b, SHUT), SHUT)
    one = yield call(x, h, *weights)
    other = yield call(x, -h, *weights)
    agree(other, one, rtol=NEARLY, atol=NEARLY)


def update_gate_at_one_keeps_the_state(x, h, W, U, b):
    answer = yield call(x, h, *with_gate(1, 3, W, U, b, OPEN))
    agree(answer, h, rtol=NEARLY, atol=NEARLY)


def gru_sequences_one_by_one(x, h0, W, U, b):
    together = yield call(x, h0, W, U, b)
    for i in range(len(x)):
        row = slice(i, i + 1)
        alone = yield call(x[row], h0[row], W, U, b)
        agree(np.ravel(alone), np.ravel(together[i]))


def gru_early_states_do_not_see_later_inputs(x, h0, W, U, b):
    middle = x.shape[1] // 2
    changed = x.copy()
    changed[:, middle:] += 1
    before = yield call(x, h0, W, U, b)
    after = yield call(changed, h0, W, U, b)
    agree(after[:, :middle], before[:, :middle])


def gru_sequence_may_be_cut(x, h0, W, U, b):
    if x.shape[1] < 4:
        return
    whole = yield call(x, h0, W, U, b)
    first = yield call(x[:, :2], h0, W, U, b)
    second = yield call(x[:, 2:], first[:, -1], W, U, b)
    agree(np.concatenate([first, second], axis=1), whole)


def update_gates_at_one_keep_h0_to_the_end(x, h0, W, U, b):
    states = yield call(x, h0, *with_gate(1, 3, W, U, b, OPEN))
    agree(states, np.repeat(h0[:, None], x.shape[1], axis=1), rtol=NEARLY, atol=NEARLY)


# ---------------------------------------------------------------- properties: counting and the direct path


def blocks_multiply_the_count(kind, input_size, hidden_size):
    plain = yield call("rnn", input_size, hidden_size)
    whole = yield call(kind, input_size, hidden_size)
    agree(whole, plain * {"rnn": 1, "lstm": 4}[kind])


def one_more_input_costs_one_weight_a_unit(kind, input_size, hidden_size):
    before = yield call(kind, input_size, hidden_size)
    after = yield call(kind, input_size + 1, hidden_size)
    agree(after - before, {"rnn": 1, "lstm": 4}[kind] * hidden_size)


def each_row_is_the_next_times_its_gates(F):
    gradient = yield call(F)
    agree(gradient[:-1], gradient[1:] * F[1:], rtol=1e-6, atol=0)


def last_row_is_all_ones(F):
    gradient = yield call(F)
    agree(gradient[-1], np.ones(F.shape[1]))


def units_do_not_mix(F):
    order = permutation(F.shape[1])
    straight = yield call(F)
    shuffled = yield call(F[:, order])
    agree(shuffled, straight[:, order], rtol=1e-6, atol=0)


def a_later_step_multiplies_every_row(F):
    if len(F) < 3:
        return
    whole = yield call(F)
    shorter = yield call(F[:-1])
    agree(whole[:-1], shorter * F[-1], rtol=1e-6, atol=0)


# ---------------------------------------------------------------- the PyTorch module


def module(build, **bounds):
    """A step as a module is given it: sizes, parameters, inputs, the gradients of state and cell."""

    def draw_module(draw, distinct):
        x, h, c, *parameters = build(draw, distinct, **bounds)
        upstream = draw(nonzero(*h.shape, high=2.0)), draw(nonzero(*h.shape, high=2.0))
        return x.shape[1], h.shape[1], *parameters, x, h, c, *upstream

    return draw_module


# Up to k = 4 cutting 4k columns into five gives four blocks as well.
modules = draws("torch-lstm-cell")(module(lstm_arguments, axes="n", k=(2, 5)))
single_modules = draws("torch-lstm-cell", case="one_example")(module(lstm_arguments, axes="n", **ONE_EXAMPLE))
saturated_modules = draws("torch-lstm-cell", case="saturated_gates")(module(saturated_by_bias(lstm_arguments)))


def the_gradient_of_a_batch_is_the_sum_over_its_rows(input_size, hidden_size, W, U, b, x, h, c, d_1, d_2):
    given = input_size, hidden_size, W, U, b
    together, gradients, _ = yield call(*given, x, h, c, d_1, d_2)
    total = {name: 0 * gradient for name, gradient in gradients.items()}
    for i in range(len(x)):
        row = slice(i, i + 1)
        alone, parts, _ = yield call(*given, x[row], h[row], c[row], d_1[row], d_2[row])
        agree([np.ravel(one) for one in alone], [both[i] for both in together])
        total = {name: total[name] + part for name, part in parts.items()}
    agree(gradients, total)


def parameter_gradients_are_slopes(input_size, hidden_size, W, U, b, x, h, c, d_1, d_2):
    """The central difference along one fixed direction."""
    parameters, inputs, epsilon = (W, U, b), (x, h, c, d_1, d_2), 1e-5
    _, gradients, _ = yield call(input_size, hidden_size, *parameters, *inputs)
    directions = [np.cos(1 + np.arange(one.size)).reshape(one.shape) for one in parameters]
    ahead, behind = (
        [one + s * epsilon * direction for one, direction in zip(parameters, directions, strict=True)] for s in (1, -1)
    )
    further, _, _ = yield call(input_size, hidden_size, *ahead, *inputs)
    nearer, _, _ = yield call(input_size, hidden_size, *behind, *inputs)
    rise = sum(np.sum((one - other) * d) for one, other, d in zip(further, nearer, (d_1, d_2), strict=True))
    told = sum(np.sum(gradients[name] * one) for name, one in zip("WUb", directions, strict=True))
    agree(told, rise / (2 * epsilon))


def a_cell_that_is_kept_gives_the_weights_no_gradient(input_size, hidden_size, W, U, b, x, h, c, d_1, d_2):
    weights = with_gate(1, 4, *with_gate(0, 4, W, U, b, SHUT), OPEN)
    (_, cell), gradients, _ = yield call(input_size, hidden_size, *weights, x, h, c, 0 * d_1, d_2)
    agree(cell, c, rtol=NEARLY, atol=NEARLY)
    agree(gradients, {name: 0 * gradient for name, gradient in gradients.items()}, atol=NEARLY)
