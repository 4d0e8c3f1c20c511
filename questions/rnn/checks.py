"""Inputs, cases and properties of the exercises about recurrence and its gradients."""

import hypothesis.strategies as st
import numpy as np

from grader.properties import agree, arrays, call, draws, matrix, numbers, permutation, require, sizes

BOUNDS = dict.fromkeys("ntdk", (2, 5))
EDGE = dict.fromkeys("dk", (1, 5))
ONE_EXAMPLE = EDGE | {"n": (1, 1)}
ONE_STEP = EDGE | {"t": (1, 1)}
LONG = {"n": (2, 2), "t": (8, 10), "d": (1, 3), "k": (2, 4)}
STEP = 1e-20


# ---------------------------------------------------------------- inputs


def nonzero(*shape, high=1.0):
    """Biases and states: thousandths, never zero."""
    return arrays(shape, numbers(-high, high).map(lambda number: number or 1.0))


def weights(draw, size):
    """W_xh, W_hh and b, moderate enough that tanh is not saturated everywhere."""
    d, k = size["d"], size["k"]
    return draw(matrix(d, k, low=-1, high=1)), draw(matrix(k, k, low=-1, high=1)), draw(nonzero(k))


def shape_of(draw, distinct, names, bounds):
    """Sizes by name, distinct; at the edges sometimes d = k, so that transposed weights answer instead of raising."""
    size = sizes(draw, names, BOUNDS | bounds, True)
    square = not distinct and (1, 1) in bounds.values() and draw(st.booleans())
    return size | {"d": size["k"]} if square else size


def step(draw, distinct, **bounds):
    """x, h, W_xh, W_hh, b."""
    size = shape_of(draw, distinct, ("n", "d", "k"), bounds)
    x, h = draw(matrix(size["n"], size["d"], low=-2, high=2)), draw(nonzero(size["n"], size["k"]))
    return (x, h, *weights(draw, size))


def sequence(draw, distinct, **bounds):
    """x, h0, W_xh, W_hh, b."""
    size = shape_of(draw, distinct, ("n", "t", "d", "k"), bounds)
    x = draw(matrix(size["n"], size["t"], size["d"], low=-2, high=2))
    return (x, draw(nonzero(size["n"], size["k"])), *weights(draw, size))


def with_gradient(draw, arguments):
    """The arguments of a forward function behind a gradient of its result."""
    x, start = arguments[:2]
    return (draw(matrix(*x.shape[:-1], start.shape[-1])), *arguments)


def saturated_step(draw, distinct):
    """A step whose bias drives every unit far into the flat part of tanh."""
    *rest, b = step(draw, distinct)
    return (*rest, np.sign(b) * draw(matrix(len(b), low=8, high=10)))


def readout(draw, distinct, **bounds):
    """H, W_hy, b_y; d stands for the size of an output."""
    n, t, k, d = shape_of(draw, distinct, ("n", "t", "k", "d"), bounds).values()
    return draw(matrix(n, t, k, low=-1, high=1)), draw(matrix(k, d)), draw(nonzero(d, high=3.0))


def drawer(build, **bounds):
    return lambda draw, distinct: build(draw, distinct, **bounds)


def drawer_with_gradient(build, **bounds):
    return lambda draw, distinct: with_gradient(draw, build(draw, distinct, **bounds))


steps = draws("rnn-step")(drawer(step))
single_steps = draws("rnn-step", case="one_example")(drawer(step, **ONE_EXAMPLE))
saturated_steps = draws("rnn-step", case="saturated")(drawer(saturated_step))
steps_back = draws("rnn-step-backward")(drawer_with_gradient(step))
single_steps_back = draws("rnn-step-backward", case="one_example")(drawer_with_gradient(step, **ONE_EXAMPLE))
saturated_steps_back = draws("rnn-step-backward", case="saturated")(drawer_with_gradient(saturated_step))
sequences = draws("rnn-forward")(drawer(sequence))
single_sequences = draws("rnn-forward", case="one_example")(drawer(sequence, **ONE_EXAMPLE))
short_sequences = draws("rnn-forward", case="one_step")(drawer(sequence, **ONE_STEP))
sequences_back = draws("rnn-backward")(drawer_with_gradient(sequence))
single_sequences_back = draws("rnn-backward", case="one_example")(drawer_with_gradient(sequence, **ONE_EXAMPLE))
short_sequences_back = draws("rnn-backward", case="one_step")(drawer_with_gradient(sequence, **ONE_STEP))
long_sequences_back = draws("rnn-backward", case="long_sequence")(drawer_with_gradient(sequence, **LONG))
readouts = draws("rnn-readout")(drawer(readout))
single_readouts = draws("rnn-readout", case="one_sequence")(drawer(readout, **ONE_EXAMPLE))
short_readouts = draws("rnn-readout", case="one_state")(drawer(readout, **ONE_STEP))


def away_from_zero(*shape, low, high):
    """Thousandths of either sign whose size lies between two bounds."""
    least, more = round(low * 1000), round((high - low) * 1000)
    signed = st.integers(-more, more).map(lambda n: (n + least if n >= 0 else n - least) / 1000)
    return arrays(shape, signed)


def history(draw, distinct, low, high, **bounds):
    """States and recurrent weights whose Jacobians have products far from cancelling."""
    t, k = sizes(draw, ("t", "k"), bounds, distinct).values()
    H = draw(matrix(t, k, low=-0.95, high=0.95))
    return H, draw(away_from_zero(k, k, low=low, high=high).filter(lambda W_hh: cancels_little(H, W_hh)))


def cancels_little(H, W_hh):
    """Whether no product of Jacobians is much shorter than its factors, so that rounding stays relative."""
    J = np.eye(len(W_hh))
    for h in H[::-1]:
        factor = np.diag(1 - h**2) @ W_hh.T
        product = J @ factor
        if np.linalg.norm(product) < 0.02 * np.linalg.norm(J) * np.linalg.norm(factor):
            return False
        J = product
    return True


histories = draws("jacobian-norms")(drawer(history, low=0.3, high=1.2, t=(2, 6), k=(2, 5)))
thin_histories = draws("jacobian-norms", case="one_unit")(drawer(history, low=0.3, high=1.2, t=(1, 6), k=(1, 1)))
long_histories = draws("jacobian-norms", case="long_history")(drawer(history, low=0.05, high=0.6, t=(20, 30), k=(2, 4)))


def arrays_of_gradients(draw, distinct, unit=1e3):
    """Two to four arrays of one to three axes, entries up to 3000 / unit."""
    drawn = []
    for _ in range(draw(st.integers(2, 4))):
        shape = draw(st.permutations((2, 3, 4)) if distinct else st.lists(st.integers(1, 4), min_size=3, max_size=3))
        rank = draw(st.integers(1, 3))
        drawn.append(draw(arrays(shape[:rank], st.integers(-3000, 3000).map(lambda n: n / unit))))
    return drawn


@draws("clip-by-global-norm")
def long_gradients(draw, distinct):
    return arrays_of_gradients(draw, distinct), draw(numbers(0.1, 3))


@draws("clip-by-global-norm", case="short_enough")
def short_gradients(draw, distinct):
    return arrays_of_gradients(draw, distinct), draw(numbers(2, 30))


@draws("clip-by-global-norm", case="zero_norm")
def zero_gradients(draw, distinct):
    return [np.zeros_like(g) for g in arrays_of_gradients(draw, distinct)], draw(numbers(0.1, 3))


@draws("clip-by-global-norm", case="tiny_gradients")
def minute_gradients(draw, distinct):
    return arrays_of_gradients(draw, distinct, unit=1e9), draw(st.integers(1, 2000)) / 1e9


# ---------------------------------------------------------------- cases


def one_example(x):
    return len(x) == 1


def one_step(x):
    return x.shape[1] == 1


def long_sequence(x):
    return x.shape[1] >= 8


def saturated(x, h, W_xh, W_hh, b):
    return np.abs(x @ W_xh + h @ W_hh + b).max() > 6


def one_sequence(H):
    return len(H) == 1


def one_state(H):
    return H.shape[1] == 1


def one_unit(H):
    return H.shape[1] == 1


def long_history(H):
    return len(H) >= 20


def short_enough(gradients, max_norm):
    return 0 < length(gradients) <= max_norm


def zero_norm(gradients):
    return length(gradients) == 0


def tiny_gradients(gradients, max_norm):
    return max_norm < length(gradients) < 1e-4


# ---------------------------------------------------------------- properties: the state


def rows_one_by_one(x, h, W_xh, W_hh, b):
    together = yield call(x, h, W_xh, W_hh, b)
    for i in range(len(x)):
        alone = yield call(x[i : i + 1], h[i : i + 1], W_xh, W_hh, b)
        agree(np.ravel(alone), np.ravel(together[i]))


def without_recurrent_weights_the_past_is_forgotten(x, h, W_xh, W_hh, b):
    one = yield call(x, h, W_xh, 0 * W_hh, b)
    other = yield call(x, -h, W_xh, 0 * W_hh, b)
    agree(other, one)


def opposite_arguments_give_the_opposite_state(x, h, W_xh, W_hh, b):
    straight = yield call(x, h, W_xh, W_hh, b)
    opposite = yield call(-x, -h, W_xh, W_hh, -b)
    agree(opposite, -straight)


def states_stay_within_one(x, h, W_xh, W_hh, b):
    state = yield call(x, h, W_xh, W_hh, b)
    require(np.abs(state).max() <= 1)


def sequences_one_by_one(x, h0, W_xh, W_hh, b):
    together = yield call(x, h0, W_xh, W_hh, b)
    for i in range(len(x)):
        alone = yield call(x[i : i + 1], h0[i : i + 1], W_xh, W_hh, b)
        agree(np.ravel(alone), np.ravel(together[i]))


def early_states_do_not_see_later_inputs(x, h0, W_xh, W_hh, b):
    middle = x.shape[1] // 2
    changed = x.copy()
    changed[:, middle:] += 1
    before = yield call(x, h0, W_xh, W_hh, b)
    after = yield call(changed, h0, W_xh, W_hh, b)
    agree(after[:, :middle], before[:, :middle])


def a_sequence_may_be_cut(x, h0, W_xh, W_hh, b):
    if x.shape[1] < 4:
        return
    whole = yield call(x, h0, W_xh, W_hh, b)
    first = yield call(x[:, :2], h0, W_xh, W_hh, b)
    second = yield call(x[:, 2:], first[:, -1], W_xh, W_hh, b)
    agree(np.concatenate([first, second], axis=1), whole)


def without_recurrent_weights_steps_are_independent(x, h0, W_xh, W_hh, b):
    straight = yield call(x, h0, W_xh, 0 * W_hh, b)
    backwards = yield call(x[:, ::-1], h0, W_xh, 0 * W_hh, b)
    agree(backwards, straight[:, ::-1])


# ---------------------------------------------------------------- properties: the outputs


def outputs_one_by_one(H, W_hy, b_y):
    together = yield call(H, W_hy, b_y)
    for i in range(len(H)):
        alone = yield call(H[i : i + 1], W_hy, b_y)
        agree(np.ravel(alone), np.ravel(together[i]))


def every_step_is_read_alike(H, W_hy, b_y):
    order = permutation(H.shape[1])
    straight = yield call(H, W_hy, b_y)
    shuffled = yield call(H[:, order], W_hy, b_y)
    agree(shuffled, straight[:, order])


def zero_states_give_the_bias(H, W_hy, b_y):
    output = yield call(0 * H, W_hy, b_y)
    agree(output, np.broadcast_to(b_y, (*H.shape[:2], len(b_y))))


def doubled_states_double_the_rest(H, W_hy, b_y):
    once = yield call(H, W_hy, b_y)
    twice = yield call(2 * H, W_hy, b_y)
    agree(twice - b_y, 2 * (once - b_y))


# ---------------------------------------------------------------- properties: gradients


def states(x, h0, W_xh, W_hh, b):
    """The states of a batch of sequences; complex arguments are fine."""
    h, found = h0, []
    for s in range(x.shape[1]):
        h = np.tanh(x[:, s] @ W_xh + h @ W_hh + b)
        found.append(h)
    return np.stack(found, axis=1)


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


def step_gradients_are_slopes(dh, x, h, W_xh, W_hh, b):
    gradients = yield call(dh, x, h, W_xh, W_hh, b)
    agree_with_slopes(
        gradients,
        (x, h, W_xh, W_hh, b),
        lambda x, h, W_xh, W_hh, b: (dh * np.tanh(x @ W_xh + h @ W_hh + b)).sum(),
    )


def gradients_are_slopes(dH, x, h0, W_xh, W_hh, b):
    gradients = yield call(dH, x, h0, W_xh, W_hh, b)
    agree_with_slopes(gradients, (x, h0, W_xh, W_hh, b), lambda *moved: (dH * states(*moved)).sum())


def a_doubled_state_gradient_doubles_everything(dh, x, h, W_xh, W_hh, b):
    once = yield call(dh, x, h, W_xh, W_hh, b)
    twice = yield call(2 * dh, x, h, W_xh, W_hh, b)
    agree(twice, [2 * gradient for gradient in once])


def doubled_state_gradients_double_everything(dH, x, h0, W_xh, W_hh, b):
    once = yield call(dH, x, h0, W_xh, W_hh, b)
    twice = yield call(2 * dH, x, h0, W_xh, W_hh, b)
    agree(twice, [2 * gradient for gradient in once])


def agree_with_parts(together, parts):
    """Nothing when inputs and states have the gradients of their own rows and parameters the sum over the rows."""
    for place, whole in enumerate(together):
        found = [np.reshape(part[place], whole[:1].shape if place < 2 else whole.shape) for part in parts]
        agree(whole, np.concatenate(found) if place < 2 else np.sum(found, axis=0))


def step_gradients_of_examples_add_up(dh, x, h, W_xh, W_hh, b):
    together = yield call(dh, x, h, W_xh, W_hh, b)
    parts = []
    for i in range(len(x)):
        row = slice(i, i + 1)
        parts.append((yield call(dh[row], x[row], h[row], W_xh, W_hh, b)))
    agree_with_parts(together, parts)


def gradients_of_examples_add_up(dH, x, h0, W_xh, W_hh, b):
    together = yield call(dH, x, h0, W_xh, W_hh, b)
    parts = []
    for i in range(len(x)):
        row = slice(i, i + 1)
        parts.append((yield call(dH[row], x[row], h0[row], W_xh, W_hh, b)))
    agree_with_parts(together, parts)


def gradients_flow_through_a_cut(dH, x, h0, W_xh, W_hh, b):
    if x.shape[1] < 4:
        return
    whole = yield call(dH, x, h0, W_xh, W_hh, b)
    between = states(x[:, :2], h0, W_xh, W_hh, b)[:, -1]
    later = yield call(dH[:, 2:], x[:, 2:], between, W_xh, W_hh, b)
    early = dH[:, :2].copy()
    early[:, -1] += later[1]
    first = yield call(early, x[:, :2], h0, W_xh, W_hh, b)
    dx = np.concatenate([first[0], later[0]], axis=1)
    agree(whole, [dx, first[1], *(a + b for a, b in zip(first[2:], later[2:], strict=True))])


def later_inputs_get_no_gradient_from_earlier_states(dH, x, h0, W_xh, W_hh, b):
    middle = x.shape[1] // 2
    early = dH.copy()
    early[:, middle:] = 0
    gradients = yield call(early, x, h0, W_xh, W_hh, b)
    agree(gradients[0][:, middle:], np.zeros_like(x[:, middle:]))


# ---------------------------------------------------------------- properties: Jacobians and clipping


def a_longer_history_only_adds_entries(H, W_hh):
    if len(H) < 3:
        return
    whole = yield call(H, W_hh)
    recent = yield call(H[1:], W_hh)
    agree(whole[:-1], recent, rtol=1e-6, atol=0)


def doubled_weights_double_every_factor(H, W_hh):
    once = yield call(H, W_hh)
    twice = yield call(H, 2 * W_hh)
    agree(twice, once * 2.0 ** np.arange(1, len(H) + 1), rtol=1e-6, atol=0)


def rotation_of_zero_states_keeps_lengths(H, W_hh):
    rotation = np.linalg.qr(W_hh)[0]
    norms = yield call(0 * H, rotation)
    agree(norms, np.ones(len(H)))


def length(gradients):
    """The global L2 norm."""
    return np.sqrt(sum(np.sum(g**2) for g in gradients))


def never_longer_than_max_norm(gradients, max_norm):
    clipped = yield call(gradients, max_norm)
    require(length(clipped) <= max_norm * (1 + 1e-6))


def direction_is_kept(gradients, max_norm):
    clipped = yield call(gradients, max_norm)
    agree([g * length(gradients) for g in clipped], [g * length(clipped) for g in gradients])


def how_the_numbers_are_packed_changes_nothing(gradients, max_norm):
    separate = yield call(gradients, max_norm)
    together = yield call([np.concatenate([g.ravel() for g in gradients])], max_norm)
    agree(together[0], np.concatenate([g.ravel() for g in separate]))


def clipping_twice_changes_nothing(gradients, max_norm):
    once = yield call(gradients, max_norm)
    twice = yield call([g + 0 for g in once], max_norm)
    agree(twice, once, rtol=1e-9, atol=0)


# ---------------------------------------------------------------- the PyTorch module


def cell(build, **bounds):
    """A step as a module is given it: sizes, parameters, inputs, the gradient of the state."""

    def draw_cell(draw, distinct):
        x, h, *parameters = build(draw, distinct, **bounds)
        return (x.shape[1], h.shape[1], *parameters, x, h, draw(nonzero(*h.shape, high=2.0)))

    return draw_cell


cells = draws("torch-rnn-cell")(cell(step))
single_cells = draws("torch-rnn-cell", case="one_example")(cell(step, **ONE_EXAMPLE))
saturated_cells = draws("torch-rnn-cell", case="saturated")(cell(saturated_step))


def the_gradient_of_a_batch_is_the_sum_over_its_rows(input_size, hidden_size, W_xh, W_hh, b, x, h, d_1):
    given = input_size, hidden_size, W_xh, W_hh, b
    (states,), gradients, _ = yield call(*given, x, h, d_1)
    total = {name: 0 * gradient for name, gradient in gradients.items()}
    for i in range(len(x)):
        row = slice(i, i + 1)
        (state,), parts, _ = yield call(*given, x[row], h[row], d_1[row])
        agree(np.ravel(state), states[i])
        total = {name: total[name] + part for name, part in parts.items()}
    agree(gradients, total)


def parameter_gradients_are_slopes(input_size, hidden_size, W_xh, W_hh, b, x, h, d_1):
    """The central difference along one fixed direction."""
    parameters, epsilon = (W_xh, W_hh, b), 1e-5
    _, gradients, _ = yield call(input_size, hidden_size, *parameters, x, h, d_1)
    directions = [np.cos(1 + np.arange(one.size)).reshape(one.shape) for one in parameters]
    ahead, behind = (
        [one + s * epsilon * direction for one, direction in zip(parameters, directions, strict=True)] for s in (1, -1)
    )
    (further,), _, _ = yield call(input_size, hidden_size, *ahead, x, h, d_1)
    (nearer,), _, _ = yield call(input_size, hidden_size, *behind, x, h, d_1)
    told = sum(np.sum(gradients[name] * one) for name, one in zip(("W_xh", "W_hh", "b"), directions, strict=True))
    agree(told, np.sum((further - nearer) * d_1) / (2 * epsilon))


def opposite_numbers_turn_the_state_and_its_weight_gradients(input_size, hidden_size, W_xh, W_hh, b, x, h, d_1):
    (state,), gradients, _ = yield call(input_size, hidden_size, W_xh, W_hh, b, x, h, d_1)
    (other,), turned, _ = yield call(input_size, hidden_size, W_xh, W_hh, -b, -x, -h, d_1)
    agree(other, -state)
    agree([turned["W_xh"], turned["W_hh"], turned["b"]], [-gradients["W_xh"], -gradients["W_hh"], gradients["b"]])
