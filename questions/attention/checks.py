"""Inputs, cases and properties of the exercises about attention."""

import hypothesis.strategies as st
import numpy as np

from grader.properties import agree, call, counts, draws, matrix, permutation, require, sizes

BOUNDS = {
    "n": (2, 5),
    "m": (2, 5),
    "k": (1, 6),
    "v": (1, 6),
    "t": (2, 5),
    "d": (1, 5),
    "b": (2, 4),
    "size": (2, 6),
    "heads": (2, 4),
    "width": (2, 4),
}
ONE = (1, 1)
LARGEST = 1e4
LARGE = 500
UNDERFLOW = 750
CERTAIN = 50
HEADS = ((2, 2), (2, 3), (3, 2), (4, 2))
LONG = 65
STEP = 1e-20


def mostly(draw, distinct):
    """Whether sizes shall differ; some equal ones remain, because they are what hides a transpose."""
    return distinct or draw(st.integers(0, 7)) > 0


def shape_of(draw, distinct, names, **bounds):
    """Sizes of axes in the order of their names."""
    return sizes(draw, names, BOUNDS | bounds, mostly(draw, distinct)).values()


def some(*shape, low=-3.0, high=3.0):
    """Thousandths that are not all zero: zeros hide nearly every mistake."""
    return matrix(*shape, low=low, high=high).filter(np.any)


# ---------------------------------------------------------------- inputs: softmax


def table(draw, distinct):
    return shape_of(draw, distinct, ("m", "n"))


def vector(draw, distinct):
    return (draw(st.integers(1, 6)),)


def stack(draw, distinct):
    """Three axes, sometimes four."""
    return *draw(st.sampled_from(((), (2,)))), *shape_of(draw, distinct, ("b", "m", "n"))


def entries(shape):
    return lambda draw, distinct: (draw(some(*shape(draw, distinct))),)


rows = draws("softmax")(entries(table))
vectors = draws("softmax", case="a_vector")(entries(vector))
stacks = draws("softmax", case="more_axes")(entries(stack))


@draws("softmax", case="large_entries")
def rows_of_large_entries(draw, distinct):
    """Rows far from each other and from zero, their entries near each other or just as far."""
    m, n = table(draw, distinct)
    levels = draw(some(m, 1, low=-3, high=3).filter(lambda levels: np.abs(levels).max() > 0.3))
    return (np.round(2900 * levels + draw(some(m, n)) * draw(st.sampled_from((1, 400))), 3),)


def probabilities(draw, shape, zeros=False):
    """Rows of thousandths that sum to 1."""
    weights = draw(counts(*shape, high=9)) + (not zeros)
    weights[..., -1] += ~weights.any(axis=-1)
    shares = 1000 * weights // weights.sum(axis=-1, keepdims=True)
    shares[..., -1] += 1000 - shares.sum(axis=-1)
    return shares / 1000


def with_gradient(shape, **how):
    def build(draw, distinct):
        axes = tuple(shape(draw, distinct))
        return draw(some(*axes)), probabilities(draw, axes, **how)

    return build


gradients_of_rows = draws("softmax-backward")(with_gradient(table))
gradients_of_vectors = draws("softmax-backward", case="a_vector_of_gradients")(with_gradient(vector))
gradients_of_stacks = draws("softmax-backward", case="more_axes_of_gradients")(with_gradient(stack))
gradients_of_certainty = draws("softmax-backward", case="zero_probabilities")(with_gradient(table, zeros=True))


# ---------------------------------------------------------------- inputs: queries, keys and values


def projections(**bounds):
    def build(draw, distinct):
        t, d, k, v = shape_of(draw, distinct, ("t", "d", "k", "v"), **bounds)
        return (*(draw(some(*axes)) for axes in ((t, d), (d, k), (d, k), (d, v))),)

    return build


some_projections = draws("project-qkv")(projections(d=(2, 5), k=(2, 6), v=(2, 6)))


@draws("project-qkv", case="one_token")
def projections_of_one_token(draw, distinct):
    """Some with square weights, whose transpose has the right shape."""
    d = (draw(st.integers(2, 5)),) * 2
    widths = {"d": (2, 5), "k": (2, 6), "v": (2, 6)} if distinct else {"d": d, "k": d, "v": d}
    return projections(t=ONE, **widths)(draw, distinct)


@draws("project-qkv", case="one_column")
def narrow_projections(draw, distinct):
    narrow = draw(st.sampled_from("dkv"))
    return projections(**{narrow: ONE})(draw, distinct)


def scores_of(Q, K):
    return Q @ K.T / np.sqrt(Q.shape[1])


def queries_and_keys(draw, distinct, **bounds):
    """Q and K; sometimes as many keys as queries, since a transpose has the right shape there."""
    n, m, k = shape_of(draw, distinct, ("n", "m", "k"), **bounds)
    if not distinct and n > 1 < m and draw(st.integers(0, 3)) == 3:
        m = n
    return draw(some(n, k)), draw(some(m, k))


def factor_for(S, room=LARGEST):
    """How many times larger scores may be; not so many that rounding would be enlarged too."""
    return np.floor(0.999 * room / max(np.abs(S).max(), 2))


def stretched(draw, Q, K):
    """Queries so long that scores reach ±1e4, those below zero the farthest."""
    S = scores_of(Q, K)
    return np.round(Q * factor_for(S) * (-1 if S.max() > -S.min() else 1), 3), K


def shifted(draw, Q, K, room=LARGEST):
    """Keys that share a large component: scores are large, but each row differs little within itself."""
    common = draw(matrix(1, Q.shape[1]))
    return Q, np.round(K + common * factor_for(scores_of(Q, common), room - np.abs(scores_of(Q, K)).max()), 4)


def with_large_scores(draw, distinct):
    return draw(st.sampled_from((stretched, shifted)))(draw, *queries_and_keys(draw, distinct))


def with_large_scores_and_steady_gradients(draw, distinct):
    """Large scores such that right ways of computing the gradients differ by rounding less than the tolerance.

    Rounding changes weights by the scores times 1e-16, and the longest query or key enlarges that once more; only
    weights that are exactly 0 or 1 are safe from it.
    """
    Q, K = queries_and_keys(draw, distinct, k=(2, 6))
    certain = stretched(draw, Q, K)
    best = np.sort(scores_of(*certain))[:, -2:]
    if draw(st.booleans()) and (best[:, 1] - best[:, 0] > CERTAIN).all():
        return certain
    return shifted(draw, 10 * Q, K / 10, room=1000)


def one_of_them(draw, distinct, **bounds):
    """A single query or a single key."""
    return queries_and_keys(draw, distinct, **bounds, **{draw(st.sampled_from("nm")): ONE})


def some_keys(draw, n, m):
    """A mask: every query may attend to some keys and to some not."""
    mask = draw(counts(n, m, high=1)) == 0
    for i in range(n):
        mask[i, i % m] &= not mask[i].all()
        mask[i, (i + 1) % m] |= not mask[i].any()
    return mask


def no_keys(draw, n, m):
    """A mask: some queries may attend to nothing."""
    mask = some_keys(draw, n, m)
    mask[draw(st.lists(st.integers(0, n - 1), min_size=1, max_size=2))] = False
    return mask


def without_the_best_key(S, mask):
    """The mask without the key that each query likes best; the query with the lowest score may have only that."""
    i, worst = np.unravel_index(S.argmin(), S.shape)
    mask[range(len(S)), S.argmin(axis=1)] = True
    mask[range(len(S)), S.argmax(axis=1)] = False
    mask[i] = np.arange(S.shape[1]) == worst
    return mask


def without_mask(build, **bounds):
    return lambda draw, distinct: (*build(draw, distinct, **bounds), None)


def with_mask(masks):
    def build(draw, distinct):
        Q, K = queries_and_keys(draw, distinct)
        return Q, K, masks(draw, len(Q), len(K))

    return build


def with_huge_masked_key(draw, distinct):
    Q, K = stretched(draw, *queries_and_keys(draw, distinct))
    return Q, K, without_the_best_key(scores_of(Q, K), some_keys(draw, len(Q), len(K)))


def with_values(build, high=3.0):
    """Queries, keys, values and the rest."""

    def build_values(draw, distinct):
        Q, K, *rest = build(draw, distinct)
        taken = (len(Q), len(K), Q.shape[1]) if mostly(draw, distinct) else ()
        v = draw(st.sampled_from([size for size in range(2, 7) if size not in taken]))
        return Q, K, draw(some(len(K), v, low=-high, high=high)), *rest

    return build_values


def with_slopes(build, high=3.0):
    """The gradient of the answers, queries, keys and values."""

    def build_backward(draw, distinct):
        Q, K, V = with_values(build, high)(draw, distinct)
        return draw(some(len(Q), V.shape[1], low=-high, high=high)), Q, K, V

    return build_backward


def drawer(build, **bounds):
    return lambda draw, distinct: build(draw, distinct, **bounds)


some_scores = draws("attention-scores")(queries_and_keys)
scores_of_one = draws("attention-scores", case="one_query_or_key")(one_of_them)
some_large_scores = draws("attention-scores", case="large_scores")(with_large_scores)

plain = without_mask(queries_and_keys)
of_one_query = without_mask(queries_and_keys, n=ONE)
masked_somewhere = with_mask(some_keys)
masked_everywhere = with_mask(no_keys)
with_large = without_mask(with_large_scores)

some_weights = draws("attention-weights")(plain)
weights_of_one_query = draws("attention-weights", case="one_query")(of_one_query)
masked_weights = draws("attention-weights", case="masked")(masked_somewhere)
weights_of_nothing = draws("attention-weights", case="fully_masked_row")(masked_everywhere)
weights_of_large_scores = draws("attention-weights", case="large_scores")(with_large)
weights_beside_huge_scores = draws("attention-weights", case="huge_masked_key")(with_huge_masked_key)

some_answers = draws("scaled-dot-product-attention")(with_values(plain))
answers_to_one_query = draws("scaled-dot-product-attention", case="one_query")(with_values(of_one_query))
masked_answers = draws("scaled-dot-product-attention", case="masked")(with_values(masked_somewhere))
answers_from_nothing = draws("scaled-dot-product-attention", case="fully_masked_row")(with_values(masked_everywhere))
answers_of_large_scores = draws("scaled-dot-product-attention", case="large_scores")(with_values(with_large, high=1.0))
answers_beside_huge_scores = draws("scaled-dot-product-attention", case="huge_masked_key")(
    with_values(with_huge_masked_key)
)

some_gradients = draws("attention-backward")(with_slopes(drawer(queries_and_keys, k=(2, 6))))
gradients_of_one = draws("attention-backward", case="one_query_or_key")(with_slopes(drawer(one_of_them, k=(2, 6))))
gradients_of_large_scores = draws("attention-backward", case="large_scores")(
    with_slopes(with_large_scores_and_steady_gradients, high=0.5)
)


# ---------------------------------------------------------------- inputs: masks


@draws("causal-mask")
def short_texts(draw, distinct):
    return (draw(st.integers(1, 12)),)


@draws("causal-mask", case="long_text")
def long_texts(draw, distinct):
    return (draw(st.integers(LONG, LONG + 30)),)


def padded(special=None, **bounds):
    """Lengths from 1 to size - 1, some of them replaced by a special one."""

    def build(draw, distinct):
        b, size = shape_of(draw, distinct, ("b", "size"), **bounds)
        lengths = draw(counts(b, high=99)) % (size - 1) + 1
        if special:
            lengths[draw(st.lists(st.integers(0, b - 1), min_size=1, max_size=2))] = special(size)
        return lengths, size

    return build


def empty(size):
    return 0


def full(size):
    return size


some_padding = draws("padding-mask", "combine-masks")(padded())
padding_of_one_text = draws("padding-mask", "combine-masks", case="one_text")(padded(b=ONE, size=(3, 12)))
padding_of_an_empty_text = draws("padding-mask", "combine-masks", case="zero_length")(padded(empty))
padding_of_a_full_text = draws("padding-mask", "combine-masks", case="full_length")(padded(full))


# ---------------------------------------------------------------- inputs: heads


BLOCKS = ("heads", "width", "t")


def thin(draw):
    """Heads of one row or of one column."""
    return {draw(st.sampled_from(("t", "width"))): ONE}


def to_split(choose=lambda draw: {}, **bounds):
    def build(draw, distinct):
        heads, width, t = shape_of(draw, distinct, BLOCKS, **bounds, **choose(draw))
        return draw(some(t, heads * width)), heads

    return build


def to_merge(choose=lambda draw: {}, **bounds):
    def build(draw, distinct):
        heads, width, t = shape_of(draw, distinct, BLOCKS, **bounds, **choose(draw))
        return (draw(some(heads, t, width)),)

    return build


some_heads = draws("split-heads")(to_split())
single_heads = draws("split-heads", case="one_head")(to_split(heads=ONE, width=(2, 6)))
thin_heads_to_split = draws("split-heads", case="thin_heads")(to_split(thin))


@draws("split-heads", case="heads_that_do_not_divide")
def heads_with_a_remainder(draw, distinct):
    t, d = shape_of(draw, distinct, ("t", "d"), d=(3, 8))
    return draw(some(t, d)), draw(st.sampled_from([heads for heads in range(2, d + 3) if d % heads]))


some_blocks = draws("merge-heads")(to_merge())
single_blocks = draws("merge-heads", case="a_single_head")(to_merge(heads=ONE, width=(2, 6)))
thin_blocks_to_merge = draws("merge-heads", case="thin_blocks")(to_merge(thin))


def self_attention(masks=lambda draw, n, m: None, heads=HEADS):
    """X, W_q, W_k, W_v, W_o, the number of heads and a mask."""

    def build(draw, distinct):
        number, width = draw(st.sampled_from(heads))
        d = number * width
        t = draw(st.sampled_from([t for t in range(2, 6) if t != d or not distinct]))
        weights = [draw(some(d, d, low=-1, high=1)) for _ in range(4)]
        return draw(some(t, d, low=-2, high=2)), *weights, number, masks(draw, t, t)

    return build


def head_scores(X, W_q, W_k, heads):
    """The scores of all heads, one under the other."""
    d = X.shape[1]
    blocks = [slice(j * d // heads, (j + 1) * d // heads) for j in range(heads)]
    return np.vstack([scores_of(X @ W_q[:, block], X @ W_k[:, block]) for block in blocks])


@draws("multi-head-attention", case="large_head_scores")
def self_attention_with_large_scores(draw, distinct):
    X, W_q, W_k, *rest, heads, mask = self_attention()(draw, distinct)
    largest = draw(st.sampled_from((1000, LARGEST)))
    return X, np.round(W_q * factor_for(head_scores(X, W_q, W_k, heads), largest), 3), W_k, *rest, heads, mask


some_self_attention = draws("multi-head-attention")(self_attention())
self_attention_of_one_head = draws("multi-head-attention", case="one_head")(
    self_attention(heads=((1, 2), (1, 3), (1, 4)))
)
masked_self_attention = draws("multi-head-attention", case="masked")(self_attention(some_keys))
self_attention_to_nothing = draws("multi-head-attention", case="fully_masked_row")(self_attention(no_keys))


# ---------------------------------------------------------------- cases


def a_vector(z):
    return z.ndim == 1


def more_axes(z):
    return z.ndim > 2


def large_entries(z):
    return np.abs(z).max() > UNDERFLOW


def a_vector_of_gradients(P):
    return P.ndim == 1


def more_axes_of_gradients(P):
    return P.ndim > 2


def zero_probabilities(P):
    return P.min() == 0


def one_token(X):
    return len(X) == 1


def one_column(W_q, W_v):
    return 1 in (*W_q.shape, *W_v.shape)


def one_query(Q):
    return len(Q) == 1


def one_query_or_key(Q, K):
    return 1 in (len(Q), len(K))


def masked(mask):
    return mask is not None


def fully_masked_row(mask):
    return mask is not None and not mask.any(axis=-1).all()


def large_scores(Q, K):
    return np.abs(scores_of(Q, K)).max() > LARGE


def huge_masked_key(Q, K, mask):
    """Whether a key that must not be seen has a score beside which those that may be seen vanish."""
    if mask is None or fully_masked_row(mask):
        return False
    S = scores_of(Q, K)
    return (S.max(axis=1) - np.where(mask, S, -np.inf).max(axis=1)).max() > UNDERFLOW


def long_text(size):
    return size >= LONG


def one_text(lengths):
    return len(lengths) == 1


def zero_length(lengths):
    return 0 in lengths


def full_length(lengths, size):
    return size in lengths


def one_head(heads):
    return heads == 1


def thin_heads(X, heads):
    return len(X) == 1 or X.shape[1] == heads > 1


def heads_that_do_not_divide(X, heads):
    return X.shape[1] % heads != 0


def a_single_head(X):
    return len(X) == 1


def thin_blocks(X):
    return 1 in X.shape[1:]


def large_head_scores(X, W_q, W_k, heads):
    return np.abs(head_scores(X, W_q, W_k, heads)).max() > LARGE


# ---------------------------------------------------------------- properties: softmax


def every_row_sums_to_one(z):
    P = yield call(z)
    agree(P.sum(axis=-1), np.ones(z.shape[:-1]))
    require((P > 0).all(), P)


def a_constant_added_to_a_row_changes_nothing(z):
    straight = yield call(z)
    raised = yield call(z + 0.5 * np.arange(1, len(z) + 1)[:, np.newaxis])
    agree(raised, straight)


def reordered_entries_keep_their_shares(z):
    order = permutation(z.shape[-1])
    straight = yield call(z)
    shuffled = yield call(z[..., order])
    agree(shuffled, straight[..., order])


def a_difference_of_ln_2_doubles_the_share(z):
    P = yield call(z * np.log(2))
    agree(P / P[..., :1], 2.0 ** (z - z[..., :1]))


def every_row_of_dz_sums_to_zero(dP, P):
    dz = yield call(dP, P)
    agree(dz.sum(axis=-1), np.zeros(P.shape[:-1]))


def a_constant_added_to_a_row_of_gradients_changes_nothing(dP, P):
    straight = yield call(dP, P)
    raised = yield call(dP + 0.5 * np.arange(1, len(P) + 1)[:, np.newaxis], P)
    agree(raised, straight)


def gradients_add_up(dP, P):
    one = yield call(dP, P)
    other = yield call(dP[::-1], P)
    both = yield call(dP + dP[::-1], P)
    agree(both, one + other)


def dz_is_the_slope(dP, P):
    dz = yield call(dP, P)
    direction = np.cos(np.arange(1.0, P.size + 1)).reshape(P.shape)
    e = P * np.exp(1j * STEP * direction)
    slopes = (dP * (e / e.sum(axis=-1, keepdims=True))).sum(axis=-1).imag / STEP
    agree((dz * direction).sum(axis=-1), slopes)


# ---------------------------------------------------------------- properties: projections


def reordered_tokens_reorder_all_three(X, W_q, W_k, W_v):
    order = permutation(len(X))
    straight = yield call(X, W_q, W_k, W_v)
    shuffled = yield call(X[order], W_q, W_k, W_v)
    agree(shuffled, [one[order] for one in straight])


def each_matrix_has_a_part_of_its_own(X, W_q, W_k, W_v):
    """Doubling one matrix doubles one result and leaves the others alone."""
    Q, K, V = yield call(X, W_q, W_k, W_v)
    agree((yield call(X, 2 * W_q, W_k, W_v)), [2 * Q, K, V])
    agree((yield call(X, W_q, 3 * W_k, W_v)), [Q, 3 * K, V])
    agree((yield call(X, W_q, W_k, 4 * W_v)), [Q, K, 4 * V])


def equal_matrices_give_equal_results(X, W_q, W_k, W_v):
    Q, K, V = yield call(X, W_q, W_q, W_q)
    agree([K, V], [Q, Q])


# ---------------------------------------------------------------- properties: scores and weights


def swapped_queries_and_keys_transpose_the_scores(Q, K):
    straight = yield call(Q, K)
    swapped = yield call(K, Q)
    agree(swapped, straight.T)


def doubled_queries_double_the_scores(Q, K):
    once = yield call(Q, K)
    twice = yield call(2 * Q, K)
    agree(twice, 2 * once)


def four_copies_of_the_coordinates_double_the_scores(Q, K):
    once = yield call(Q, K)
    copies = yield call(np.tile(Q, 4), np.tile(K, 4))
    agree(copies, 2 * once)


def another_query_or_key_leaves_the_other_scores_alone(Q, K):
    before = yield call(Q, K)
    after = yield call(np.vstack([Q, Q[:1] + 1]), np.vstack([K, K[:1] - 1]))
    agree(after[:-1, :-1], before)


def weights_of_a_query_sum_to_one(Q, K):
    P = yield call(Q, K, None)
    agree(P.sum(axis=1), np.ones(len(Q)))


def the_same_vector_added_to_every_key_changes_no_weight(Q, K):
    straight = yield call(Q, K, None)
    moved = yield call(Q, K + np.arange(1, K.shape[1] + 1) / 4, None)
    agree(moved, straight)


def reordered_keys_keep_their_weights(Q, K):
    order = permutation(len(K))
    straight = yield call(Q, K, None)
    shuffled = yield call(Q, K[order], None)
    agree(shuffled, straight[:, order])


def a_query_does_not_see_the_others(Q, K):
    before = yield call(Q, K, None)
    after = yield call(np.vstack([Q[:1], Q[1:] + 1]), K, None)
    agree(after[0], before[0])


# ---------------------------------------------------------------- properties: answers


def keys_with_their_values_are_a_set(Q, K, V):
    order = permutation(len(K))
    straight = yield call(Q, K, V, None)
    shuffled = yield call(Q, K[order], V[order], None)
    agree(shuffled, straight)


def the_same_vector_added_to_every_key_changes_no_answer(Q, K, V):
    straight = yield call(Q, K, V, None)
    moved = yield call(Q, K + np.arange(1, K.shape[1] + 1) / 4, V, None)
    agree(moved, straight)


def answers_lie_between_the_values(Q, K, V):
    O = yield call(Q, K, V, None)  # noqa: E741
    require((np.clip(O, V.min(axis=0) - 1e-9, V.max(axis=0) + 1e-9) == O).all(), O)


def equal_keys_average_the_values(Q, K, V):
    O = yield call(Q, np.repeat(K[:1], len(K), axis=0), V, None)  # noqa: E741
    agree(O, np.repeat(V.mean(axis=0, keepdims=True), len(Q), axis=0))


def answers_are_linear_in_the_values(Q, K, V):
    one = yield call(Q, K, V, None)
    other = yield call(Q, K, V[::-1], None)
    both = yield call(Q, K, V + 2 * V[::-1], None)
    agree(both, one + 2 * other)


def causal_answers_do_not_see_the_future(Q, K, V):
    mask = np.tri(len(Q), len(K), dtype=bool)
    before = yield call(Q, K, V, mask)
    K, V = K.copy(), V.copy()
    K[-1] += 1
    V[-1] += 1
    after = yield call(Q, K, V, mask)
    seen = len(K) - 1
    agree(after[:seen], before[:seen])


# ---------------------------------------------------------------- properties: gradients


def the_sum_of_two_gradients_gives_the_sum(dO, Q, K, V):
    one = yield call(dO, Q, K, V)
    other = yield call(dO[::-1], Q, K, V)
    both = yield call(dO + dO[::-1], Q, K, V)
    agree(both, [a + b for a, b in zip(one, other, strict=True)])


def gradients_of_the_keys_sum_to_zero(dO, Q, K, V):
    gradients = yield call(dO, Q, K, V)
    agree(gradients[1].sum(axis=0), np.zeros(K.shape[1]))


def gradients_of_the_values_sum_to_that_of_the_answers(dO, Q, K, V):
    gradients = yield call(dO, Q, K, V)
    agree(gradients[2].sum(axis=0), dO.sum(axis=0))


def reordered_keys_reorder_their_gradients(dO, Q, K, V):
    order = permutation(len(K))
    dQ, dK, dV = yield call(dO, Q, K, V)
    shuffled = yield call(dO, Q, K[order], V[order])
    agree(shuffled, [dQ, dK[order], dV[order]])


def answer(Q, K, V):
    """Attention without a mask; complex arguments are fine."""
    S = scores_of(Q, K)
    e = np.exp(S - S.real.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True) @ V


def gradients_are_slopes(dO, Q, K, V):
    """Finite differences along the imaginary axis, where nothing cancels (Squire and Trapp 1998)."""
    gradients = yield call(dO, Q, K, V)
    arguments = (Q, K, V)
    require(len(gradients) == 3, gradients)
    for place, (gradient, argument) in enumerate(zip(gradients, arguments, strict=True)):
        direction = np.cos(np.arange(1.0, argument.size + 1)).reshape(argument.shape)
        moved = [*arguments]
        moved[place] = argument + 1j * STEP * direction
        require(gradient.shape == argument.shape, gradients)
        agree(float((gradient * direction).sum()), float((dO * answer(*moved)).sum().imag / STEP))


# ---------------------------------------------------------------- properties: masks


def true(mask):
    """A mask of any kind of number as booleans."""
    return np.asarray(mask) != 0


def every_token_attends_to_itself(size):
    mask = yield call(size)
    require(true(mask).diagonal().all(), mask)


def the_first_token_attends_to_itself_only(size):
    mask = yield call(size)
    agree(true(mask)[0], np.arange(size) == 0)


def of_two_tokens_one_sees_the_other(size):
    mask = yield call(size)
    agree(true(mask) ^ true(mask).T, ~np.eye(size, dtype=bool))


def a_longer_text_begins_alike(size):
    short = yield call(size)
    long = yield call(size + 1)
    agree(true(long)[:size, :size], true(short))


def as_many_true_as_tokens(lengths, size):
    mask = yield call(lengths, size)
    agree(true(mask).sum(axis=1), lengths)


def tokens_stand_on_the_left(lengths, size):
    mask = yield call(lengths, size)
    require((true(mask)[:, :-1] >= true(mask)[:, 1:]).all(), mask)


def more_padding_adds_only_false(lengths, size):
    before = yield call(lengths, size)
    after = yield call(lengths, size + 1)
    agree(true(after), np.pad(true(before), ((0, 0), (0, 1))))


def reordered_texts_reorder_the_masks(lengths, size):
    order = permutation(len(lengths))
    straight = yield call(lengths, size)
    shuffled = yield call(lengths[order], size)
    agree(true(shuffled), true(straight)[order])


def nobody_attends_to_padding(lengths, size):
    mask = yield call(lengths, size)
    padding = np.arange(size) >= lengths[:, np.newaxis]
    require(not (true(mask).any(axis=1) & padding).any(), mask)


def later_tokens_see_what_earlier_ones_do(lengths, size):
    mask = yield call(lengths, size)
    require((true(mask)[:, 1:] >= true(mask)[:, :-1]).all(), mask)


def the_last_token_sees_all_real_tokens(lengths, size):
    mask = yield call(lengths, size)
    agree(true(mask)[:, -1].sum(axis=1), lengths)


def no_token_sees_the_future(lengths, size):
    mask = yield call(lengths, size)
    require(not np.triu(true(mask), 1).any(), mask)


# ---------------------------------------------------------------- properties: heads


def heads_side_by_side_give_back_the_columns(X, heads):
    parts = yield call(X, heads)
    agree(np.concatenate([*parts], axis=1), X)


def reordered_tokens_reorder_every_head(X, heads):
    order = permutation(len(X))
    straight = yield call(X, heads)
    shuffled = yield call(X[order], heads)
    agree(shuffled, straight[:, order])


def reordered_blocks_of_columns_reorder_the_heads(X, heads):
    order = permutation(heads)
    columns = np.concatenate([*np.arange(X.shape[1]).reshape(heads, -1)[order]])
    straight = yield call(X, heads)
    shuffled = yield call(X[:, columns], heads)
    agree(shuffled, straight[order])


def splitting_again_gives_back_the_heads(X):
    merged = yield call(X)
    agree(np.stack(np.split(merged, len(X), axis=1)), X)


def reordered_rows_reorder_the_merged_rows(X):
    order = permutation(X.shape[1])
    straight = yield call(X)
    shuffled = yield call(X[:, order])
    agree(shuffled, straight[order])


def a_head_of_zeros_leaves_the_others_alone(X):
    merged = yield call(X)
    changed = X.copy()
    changed[0] = 0
    agree((yield call(changed)), np.hstack([0 * merged[:, : X.shape[2]], merged[:, X.shape[2] :]]))


def without_positions_order_means_nothing(X, W_q, W_k, W_v, W_o, heads):
    order = permutation(len(X))
    straight = yield call(X, W_q, W_k, W_v, W_o, heads, None)
    shuffled = yield call(X[order], W_q, W_k, W_v, W_o, heads, None)
    agree(shuffled, straight[order])


def reordered_heads_change_nothing(X, W_q, W_k, W_v, W_o, heads):
    order = np.concatenate([*np.arange(X.shape[1]).reshape(heads, -1)[permutation(heads)]])
    straight = yield call(X, W_q, W_k, W_v, W_o, heads, None)
    shuffled = yield call(X, W_q[:, order], W_k[:, order], W_v[:, order], W_o[order], heads, None)
    agree(shuffled, straight)


def reordered_coordinates_within_a_head_change_nothing(X, W_q, W_k, W_v, W_o, heads):
    order = np.arange(X.shape[1])
    width = X.shape[1] // heads
    order[:width] = order[:width][::-1]
    straight = yield call(X, W_q, W_k, W_v, W_o, heads, None)
    shuffled = yield call(X, W_q[:, order], W_k[:, order], W_v, W_o, heads, None)
    agree(shuffled, straight)


def zero_queries_average_the_values(X, W_q, W_k, W_v, W_o, heads):
    O = yield call(X, 0 * W_q, W_k, W_v, W_o, heads, None)  # noqa: E741
    agree(O, np.repeat((X @ W_v @ W_o).mean(axis=0, keepdims=True), len(X), axis=0))


def a_padded_token_changes_nothing(X, W_q, W_k, W_v, W_o, heads):
    straight = yield call(X, W_q, W_k, W_v, W_o, heads, None)
    t = len(X)
    mask = np.repeat([np.arange(t + 1) < t], t + 1, axis=0)
    padded = yield call(np.vstack([X, X[:1] + 1]), W_q, W_k, W_v, W_o, heads, mask)
    agree(padded[:t], straight)


# ---------------------------------------------------------------- the PyTorch module


def self_attention_layer(masks=lambda draw, n, m: None, heads=HEADS, batch=(2, 3)):
    """The module as it is given: sizes, parameters, a batch with masks, the gradient of the answers."""

    def build(draw, distinct):
        number, width = draw(st.sampled_from(heads))
        d = number * width
        b = draw(st.integers(*batch).filter(lambda b: b != d or not distinct))
        t = draw(st.sampled_from([t for t in range(2, 5) if t not in (b, d) or not distinct]))
        weights = [draw(some(d, d, low=-1, high=1)) for _ in range(4)]
        told = [masks(draw, t, t) for _ in range(b)]
        mask = None if told[0] is None else np.stack(told)
        x, upstream = draw(some(b, t, d, low=-2, high=2)), draw(some(b, t, d, low=-2, high=2))
        return d, number, *weights, x, mask, upstream

    return build


@draws("torch-self-attention", case="huge_scores_in_the_heads")
def layers_with_huge_scores(draw, distinct):
    d, heads, W_q, W_k, *rest, x, mask, upstream = self_attention_layer(some_keys)(draw, distinct)
    factor = min(factor_for(head_scores(row, W_q, W_k, heads), HUGE) for row in x)
    return d, heads, np.round(W_q * factor, 3), W_k, *rest, x, draw(st.sampled_from((None, mask))), upstream


@draws("torch-self-attention", case="fully_masked_row")
def layers_attending_to_nothing(draw, distinct):
    """Some tokens of every sequence attend to nothing, now and then all of them."""
    *rest, mask, upstream = self_attention_layer(no_keys)(draw, distinct)
    return *rest, mask & draw(st.sampled_from((True, True, True, False))), upstream


HUGE = 2000
some_layers = draws("torch-self-attention")(self_attention_layer())
layers_of_one_head = draws("torch-self-attention", case="one_head")(
    self_attention_layer(heads=((1, 2), (1, 3), (1, 4)))
)
layers_for_one_sequence = draws("torch-self-attention", case="one_sequence")(self_attention_layer(batch=ONE))
masked_layers = draws("torch-self-attention", case="masked")(self_attention_layer(some_keys))


def one_sequence(x):
    return len(x) == 1


def huge_scores_in_the_heads(x, W_q, W_k, heads):
    return max(np.abs(head_scores(row, W_q, W_k, heads)).max() for row in x) > UNDERFLOW


def the_gradient_of_a_batch_is_the_sum_over_its_sequences(d, heads, W_q, W_k, W_v, W_o, x, d_1):
    given = d, heads, W_q, W_k, W_v, W_o
    (together,), gradients, _ = yield call(*given, x, None, d_1)
    total = {name: 0 * gradient for name, gradient in gradients.items()}
    for i in range(len(x)):
        row = slice(i, i + 1)
        (alone,), parts, _ = yield call(*given, x[row], None, d_1[row])
        agree(np.ravel(alone), np.ravel(together[i]))
        total = {name: total[name] + part for name, part in parts.items()}
    agree(gradients, total)


def parameter_gradients_are_slopes(d, heads, W_q, W_k, W_v, W_o, x, d_1):
    """The central difference along one fixed direction."""
    parameters, epsilon = (W_q, W_k, W_v, W_o), 1e-6
    _, gradients, _ = yield call(d, heads, *parameters, x, None, d_1)
    directions = [np.cos(start + np.arange(d * d)).reshape(d, d) for start in range(1, 5)]
    ahead, behind = (
        [one + s * epsilon * direction for one, direction in zip(parameters, directions, strict=True)] for s in (1, -1)
    )
    (further,), _, _ = yield call(d, heads, *ahead, x, None, d_1)
    (nearer,), _, _ = yield call(d, heads, *behind, x, None, d_1)
    told = sum(np.sum(gradients[f"W_{name}"] * one) for name, one in zip("qkvo", directions, strict=True))
    agree(told, np.sum((further - nearer) * d_1) / (2 * epsilon), rtol=1e-4, atol=1e-4)


def reordered_tokens_reorder_the_answers_and_keep_the_gradients(d, heads, W_q, W_k, W_v, W_o, x, d_1):
    order = permutation(x.shape[1])
    (straight,), gradients, _ = yield call(d, heads, W_q, W_k, W_v, W_o, x, None, d_1)
    (shuffled,), others, _ = yield call(d, heads, W_q, W_k, W_v, W_o, x[:, order], None, d_1[:, order])
    agree(shuffled, straight[:, order])
    agree(others, gradients)


def a_padded_token_changes_no_answer_and_no_gradient(d, heads, W_q, W_k, W_v, W_o, x, d_1):
    (straight,), gradients, _ = yield call(d, heads, W_q, W_k, W_v, W_o, x, None, d_1)
    b, t, _ = x.shape
    mask = np.broadcast_to(np.arange(t + 1) < t, (b, t + 1, t + 1)).copy()
    longer, upstream = np.concatenate([x, x[:, :1] + 1], axis=1), np.concatenate([d_1, 0 * d_1[:, :1]], axis=1)
    (padded,), others, _ = yield call(d, heads, W_q, W_k, W_v, W_o, longer, mask, upstream)
    agree(padded[:, :t], straight)
    agree(others, gradients)
