"""Other ways to make and use dense vectors: conventions of libraries and slips of students. None is what is asked for.

A mistake agrees with the reference about everything that it is not about, edge cases included.
"""

from collections.abc import Iterator
from functools import wraps
from itertools import groupby

import numpy as np


def then(function, change):
    """The function, with its own parameters, and its answer changed."""
    return wraps(function)(lambda *arguments: change(function(*arguments)))


# ---------------------------------------------------------------- one-hot


def outside(ids, size):
    return (ids < 0) | (ids >= size)


def hot(ids, size):
    if outside(ids, size).any():
        raise ValueError(f"ids {ids} are not all within 0 … {size - 1}")
    return np.eye(size)[ids]


hot_transposed, hot_swapped = then(hot, np.transpose), then(hot, lambda rows: 1 - rows)
hot_bag, hot_presence = then(hot, lambda rows: rows.sum(axis=0)), then(hot, lambda rows: rows.max(axis=0))
hot_squeezed, hot_running = then(hot, np.squeeze), then(hot, lambda rows: np.cumsum(rows, axis=1))
hot_numbers = then(hot, lambda rows: rows.argmax(axis=1).astype(float))
hot_only_seen = then(hot, lambda rows: rows[:, rows.any(axis=0)])


def hot_columns(ids, size):
    return np.broadcast_to(hot(ids, size).max(axis=0), (len(ids), size))


def hot_from_one(ids, size):
    return np.roll(hot(ids, size), -1, axis=1)


def hot_as_wide_as_needed(ids, size):
    return hot(ids, size)[:, : ids.max() + 1]


def hot_lookup_error(ids, size):
    return np.eye(size)[ids]


def hot_negative_wraps(ids, size):
    if (ids >= size).any() or (ids < -size).any():
        raise ValueError("an id is outside")
    return np.eye(size)[ids]


def hot_index_error(ids, size):
    if outside(ids, size).any():
        raise IndexError("an id is outside")
    return hot(ids, size)


def hot_assertion_error(ids, size):
    assert not outside(ids, size).any()
    return hot(ids, size)


def hot_zeros_for_outside(ids, size):
    return hot(np.where(outside(ids, size), 0, ids), size) * ~outside(ids, size)[:, np.newaxis]


def hot_outside_left_out(ids, size):
    return hot(ids[~outside(ids, size)], size)


def hot_clipped(ids, size):
    return hot(np.clip(ids, 0, size - 1), size)


def hot_modulo(ids, size):
    return hot(ids % size, size)


def hot_size_is_an_id(ids, size):
    if (ids < 0).any() or (ids > size).any():
        raise ValueError("an id is outside")
    return hot_zeros_for_outside(ids, size)


def hot_error_if_all_outside(ids, size):
    if outside(ids, size).all():
        raise ValueError("the ids are outside")
    return hot_zeros_for_outside(ids, size)


def hot_none_for_outside(ids, size):
    return None if outside(ids, size).any() else hot(ids, size)


# ---------------------------------------------------------------- nearest

TINY = 1e-8


def lengths(rows):
    return np.sqrt(np.sum(rows * rows, axis=-1))


def cosine(formula=lambda dot, a, b: dot / a / b, size=lengths, zero=0.0):
    """Scores formula(products, lengths of rows, length of query), and `zero` where a row or the query is zero."""

    def scores(rows, query):
        a, b = size(rows), size(query)
        with np.errstate(all="ignore"):
            return np.where(a * b > 0, formula(rows @ query, a, b), zero)

    return scores


cosines = cosine()
absolute = then(cosines, np.abs)
four_digits = then(cosines, lambda scores: np.round(scores, 4))
dot = cosine(lambda dot, a, b: dot)
squared = cosine(lambda dot, a, b: dot / a**2)
plus_1e_8 = cosine(lambda dot, a, b: dot / (a * b + 1e-8))
plus_1e_12 = cosine(lambda dot, a, b: dot / (a * b + 1e-12))
tiny_is_zero = cosine(lambda dot, a, b: np.where((a < TINY) | (b < TINY), 0.0, dot / a / b))
of_zero_infinite, of_zero_least = cosine(zero=np.inf), cosine(zero=-np.inf)


def manhattan_cosines(rows, query):
    return cosine(size=lambda rows: np.abs(rows).sum(axis=-1))(rows, query)


def centred(rows, query):
    return cosines(rows - rows.mean(axis=-1, keepdims=True), query - query.mean())


def minus_distance(rows, query):
    return -lengths(rows - query)


def minus_manhattan(rows, query):
    return -np.abs(rows - query).sum(axis=-1)


def unit(rows):
    size = lengths(rows)[..., np.newaxis]
    return rows / np.where(size > 0, size, 1)


def minus_unit_distance(rows, query):
    return minus_distance(unit(rows), unit(query)) if query.any() else np.zeros(len(rows))


def single_precision(rows, query):
    rows, query = rows.astype(np.float32), query.astype(np.float32)
    size = np.linalg.norm(rows, axis=1) * np.linalg.norm(query)
    return rows @ query / np.where(size > 0, size, np.float32(1))


def falling(scores):
    """The order by falling score; what differs only by rounding is equal."""
    return np.argsort(-np.round(scores, 12), kind="stable")


def exactly_falling(scores):
    """The order by falling score, where products of tiny vectors are not equal."""
    return np.argsort(-scores, kind="stable")


def near(score=cosines, order=falling, change=lambda order, k: order[:k]):
    """A search that differs from the right one in what is named."""
    return lambda embeddings, query, k: [int(i) for i in change(order(score(embeddings, query)), k)]


near_right = near()
near_dot = near(dot, exactly_falling)
near_squared_lengths, near_l1 = near(squared), near(manhattan_cosines)
near_distance, near_manhattan = near(minus_distance), near(minus_manhattan)
near_unit_distance = near(minus_unit_distance)
near_centred, near_absolute = near(centred), near(absolute)
near_least = near(order=lambda scores: falling(-scores))
near_one_more = near(change=lambda order, k: order[: k + 1])
near_one_less = near(change=lambda order, k: order[: k - 1])
near_best_last = near(change=lambda order, k: order[:k][::-1])
near_by_index = near(change=lambda order, k: np.sort(order[:k]))
near_from_one = near(change=lambda order, k: order[:k] + 1)
near_places = near(change=lambda order, k: np.argsort(order)[:k])
near_best_left_out = near(change=lambda order, k: order[1 : k + 1])
near_all = near(change=lambda order, k: order)
near_zero_rows_last, near_zero_rows_first = near(of_zero_least), near(of_zero_infinite)
near_plus_1e_8, near_plus_1e_12, near_tiny_is_zero = near(plus_1e_8), near(plus_1e_12), near(tiny_is_zero)
near_single_precision = near(single_precision, exactly_falling)
near_rounded_4 = near(four_digits)
near_ties_by_higher_index = near(order=lambda scores: np.argsort(np.round(scores, 12), kind="stable")[::-1])
near_unstable = near(order=lambda scores: np.argsort(-np.round(scores, 12)))


def near_scores(embeddings, query, k):
    return sorted(map(float, cosines(embeddings, query)), reverse=True)[:k]


def near_equal_left_out(embeddings, query, k):
    order = near_right(embeddings, query, len(embeddings))
    return [i for i in order if not query.any() or (embeddings[i] != query).any()][:k]


def near_zero_rows_left_out(embeddings, query, k):
    order = near_right(embeddings, query, len(embeddings))
    return [i for i in order if not query.any() or embeddings[i].any()][:k]


def near_bare_number(embeddings, query, k):
    found = near_right(embeddings, query, k)
    return found[0] if k == 1 else found


def near_partition_at_k(embeddings, query, k):
    np.argpartition(-cosines(embeddings, query), k)
    return near_right(embeddings, query, k)


def near_nothing_for_zero(embeddings, query, k):
    return near_right(embeddings, query, k) if query.any() else []


# ---------------------------------------------------------------- analogy


def combined(a, b, c):
    return b - a + c


def first_best(scores):
    return int(falling(scores)[0])


def complete(combine=combined, score=cosines, left_out="abc", fill=-np.inf, pick=first_best, change=np.copy):
    """An analogy that differs from the right one in what is named."""

    def completed(embeddings, a, b, c):
        rows = change(embeddings)
        scores = score(rows, combine(rows[a], rows[b], rows[c])).astype(float)
        scores[[{"a": a, "b": b, "c": c}[name] for name in left_out]] = fill
        return pick(scores)

    return completed


analogy_right = complete()
analogy_normalised, analogy_of_directions = complete(change=unit), complete(lambda a, b, c: unit(b - a) + unit(c))
analogy_a_minus_b = complete(lambda a, b, c: a - b + c)
analogy_a_plus_b_minus_c = complete(lambda a, b, c: a + b - c)
analogy_b_minus_a_minus_c = complete(lambda a, b, c: b - a - c)
analogy_all_added, analogy_without_c = complete(lambda a, b, c: a + b + c), complete(lambda a, b, c: b - a)
analogy_only_c, analogy_only_b = complete(lambda a, b, c: c), complete(lambda a, b, c: b)
analogy_inputs_kept = complete(left_out=())
analogy_a_kept, analogy_b_kept = complete(left_out="bc"), complete(left_out="ac")
analogy_c_kept = complete(left_out="ab")
analogy_only_a_left_out, analogy_only_c_left_out = complete(left_out="a"), complete(left_out="c")
analogy_only_b_left_out = complete(left_out="b")
analogy_dot, analogy_distance = complete(score=dot), complete(score=minus_distance)
analogy_absolute = complete(score=absolute)
analogy_least = complete(score=then(cosines, np.negative))
analogy_second_best = complete(pick=lambda scores: int(falling(scores)[1]))
analogy_from_one = then(analogy_right, lambda best: best + 1)
analogy_higher_of_equals = complete(pick=lambda scores: len(scores) - 1 - first_best(scores[::-1]))
analogy_zero_row_wins, analogy_zero_row_left_out = complete(score=of_zero_infinite), complete(score=of_zero_least)
analogy_inputs_at_zero, analogy_inputs_at_minus_one = complete(fill=0.0), complete(fill=-1.0)
analogy_starts_at_zero = complete(pick=lambda scores: first_best(scores) if scores.max() > 0 else -1)
analogy_plus_1e_8, analogy_plus_1e_12 = complete(score=plus_1e_8), complete(score=plus_1e_12)
analogy_tiny_is_zero, analogy_rounded_4 = complete(score=tiny_is_zero), complete(score=four_digits)
analogy_single_precision = complete(score=single_precision, pick=lambda scores: int(np.argmax(scores)))


def analogy_counted_without_inputs(embeddings, a, b, c):
    best = analogy_right(embeddings, a, b, c)
    return best - sum(place < best for place in (a, b, c))


def analogy_multiplied(embeddings, a, b, c):
    shifted = [(cosines(embeddings, embeddings[i]) + 1) / 2 for i in (a, b, c)]
    scores = shifted[1] * shifted[2] / (shifted[0] + 0.001)
    scores[[a, b, c]] = -np.inf
    return first_best(scores)


def analogy_pair_direction(embeddings, a, b, c):
    scores = cosines(embeddings - embeddings[c], embeddings[b] - embeddings[a])
    scores[[a, b, c]] = -np.inf
    return first_best(scores)


def analogy_nothing_for_zero(embeddings, a, b, c):
    return analogy_right(embeddings, a, b, c) if combined(*embeddings[[a, b, c]]).any() else -1


# ---------------------------------------------------------------- pairs of centre and context


def around(i, window, size):
    """The places at distance 1 … window of place i, from left to right."""
    return [j for j in range(i - window, i + window + 1) if j != i and 0 <= j < size]


def pairs(places=around, pair=lambda tokens, i, j: (tokens[i], tokens[j])):
    """Skip-gram pairs that differ from the right ones in what is named."""
    return lambda tokens, window: [
        pair(tokens, i, j) for i in range(len(tokens)) for j in places(i, window, len(tokens))
    ]


def sliced(i, window, size):
    """What tokens[i - window:i] and tokens[i + 1:i + 1 + window] take when nobody stops a negative start."""
    return [*range(size)[i - window : i], *range(size)[i + 1 : i + 1 + window]]


def to_the_left(i, window, size):
    return [j for j in around(i, window, size) if j < i]


def to_the_right(i, window, size):
    return [j for j in around(i, window, size) if j > i]


def with_the_centre(i, window, size):
    return sorted([*around(i, window, size), i])


def last_one_missing(i, window, size):
    return [j for j in around(i, window, size) if j < i + window]


def narrower(i, window, size):
    return around(i, window - 1, size)


def wider(i, window, size):
    return around(i, window + 1, size)


def half(i, window, size):
    return around(i, window // 2, size)


def farthest_only(i, window, size):
    return [j for j in around(i, window, size) if abs(i - j) == window]


def in_a_ring(i, window, size):
    return [(i + step) % size for step in range(-window, window + 1) if step % size]


def full_windows(i, window, size):
    return around(i, window, size) if window <= i < size - window else []


def right_first(i, window, size):
    return [*to_the_right(i, window, size), *to_the_left(i, window, size)]


def nearest_first(i, window, size):
    return sorted(around(i, window, size), key=lambda j: abs(i - j))


def outwards(i, window, size):
    return [*to_the_left(i, window, size)[::-1], *to_the_right(i, window, size)]


def whole_text(i, window, size):
    return around(i, size, size)


def fits_inside(i, window, size):
    return around(i, window, size) if window < size else []


skip_right = pairs()
skip_context_first = pairs(pair=lambda tokens, i, j: (tokens[j], tokens[i]))
skip_left_only, skip_right_only, skip_with_centre = pairs(to_the_left), pairs(to_the_right), pairs(with_the_centre)
skip_last_one_missing, skip_narrower, skip_wider = pairs(last_one_missing), pairs(narrower), pairs(wider)
skip_half, skip_farthest_only, skip_in_a_ring = pairs(half), pairs(farthest_only), pairs(in_a_ring)
skip_full_windows, skip_negative_slices, skip_whole_text = pairs(full_windows), pairs(sliced), pairs(whole_text)
skip_right_first, skip_nearest_first, skip_outwards = pairs(right_first), pairs(nearest_first), pairs(outwards)
skip_short_text_skipped = pairs(fits_inside)
skip_once, skip_sorted = then(skip_right, lambda found: list(dict.fromkeys(found))), then(skip_right, sorted)
skip_equal_words_left_out = then(skip_right, lambda found: [(a, b) for a, b in found if a != b])


def skip_by_distance(tokens, window):
    return [pair for distance in range(1, window + 1) for pair in skip_farthest_only(tokens, distance)]


def skip_joined_contexts(tokens, window):
    return [(centre, " ".join(context)) for context, centre in cbow_right(tokens, window)]


def first_place(build):
    """Pairs of places that tokens.index looked up, so that a repeated word stands where it came first."""

    def built(tokens, window):
        places = [tokens.index(token) for token in tokens]
        return build(tokens, places, window)

    return built


def skip_error_for_nothing(tokens, window):
    return skip_right(tokens, window) if tokens else [tokens[0]]


def skip_alone_with_itself(tokens, window):
    return [(tokens[0], tokens[0])] if len(tokens) == 1 else skip_right(tokens, window)


@first_place
def skip_first_place(tokens, places, window):
    return [(tokens[i], tokens[j]) for i in places for j in around(i, window, len(tokens))]


def contexts(places=around, keep=lambda context: context, pair=lambda context, centre: (context, centre)):
    """CBOW pairs that differ from the right ones in what is named."""

    def found(tokens, window):
        both = [([tokens[j] for j in places(i, window, len(tokens))], centre) for i, centre in enumerate(tokens)]
        return [pair(context, centre) for context, centre in both if keep(context)]

    return found


cbow_right = contexts()
cbow_centre_first = contexts(pair=lambda context, centre: (centre, context))
cbow_left_only, cbow_right_only = contexts(to_the_left), contexts(to_the_right)
cbow_with_centre = contexts(with_the_centre)
cbow_last_one_missing, cbow_narrower, cbow_wider = contexts(last_one_missing), contexts(narrower), contexts(wider)
cbow_half, cbow_farthest_only, cbow_in_a_ring = contexts(half), contexts(farthest_only), contexts(in_a_ring)
cbow_full_windows, cbow_negative_slices = contexts(full_windows), contexts(sliced)
cbow_whole_text = contexts(whole_text)
cbow_right_first, cbow_nearest_first, cbow_outwards = contexts(right_first), contexts(nearest_first), contexts(outwards)
cbow_short_text_skipped, cbow_alone_kept = contexts(fits_inside), contexts(keep=lambda context: True)
cbow_sorted = contexts(pair=lambda context, centre: (sorted(context), centre))
cbow_joined = contexts(pair=lambda context, centre: (" ".join(context), centre))
cbow_distinct_words = contexts(pair=lambda context, centre: (list(dict.fromkeys(context)), centre))
cbow_equal_words_left_out = contexts(pair=lambda context, centre: ([w for w in context if w != centre], centre))


def cbow_one_word_each(tokens, window):
    return [([word], centre) for context, centre in cbow_right(tokens, window) for word in context]


def cbow_padded(tokens, window):
    pad = ["<pad>"] * window
    text = [*pad, *tokens, *pad]
    return [(text[i : i + window] + text[i + window + 1 :][:window], token) for i, token in enumerate(tokens)]


def cbow_once(tokens, window):
    return [found for n, found in enumerate(cbow_right(tokens, window)) if found not in cbow_right(tokens, window)[:n]]


def cbow_error_for_nothing(tokens, window):
    return cbow_right(tokens, window) if tokens else [tokens[0]]


@first_place
def cbow_first_place(tokens, places, window):
    found = [([tokens[j] for j in around(i, window, len(tokens))], tokens[i]) for i in places]
    return [(context, centre) for context, centre in found if context]


# ---------------------------------------------------------------- co-occurrence


def table(found, vocabulary, dtype=np.int64):
    """Counts, or sums of weights, of (word, word, weight) over the words of the vocabulary."""
    number = {word: i for i, word in enumerate(vocabulary)}
    X = np.zeros((len(vocabulary), len(vocabulary)), dtype)
    for one, other, weight in found:
        if one in number and other in number:
            X[number[one], number[other]] += weight
    return X


def beside(tokens, window, places=around, weight=lambda distance, window: 1) -> Iterator[tuple]:
    for i, centre in enumerate(tokens):
        for j in places(i, window, len(tokens)):
            yield centre, tokens[j], weight(abs(i - j), window)


def as_they_are(documents, vocabulary):
    return documents


def counted(places=around, weight=lambda distance, window: 1, dtype=np.int64, texts=as_they_are):
    """A table of co-occurrences that differs from the right one in what is named."""

    def counts(documents, vocabulary, window):
        found = [one for text in texts(documents, vocabulary) for one in beside(text, window, places, weight)]
        return table(found, vocabulary, dtype)

    return counts


def known_only(documents, vocabulary):
    return [[word for word in document if word in vocabulary] for document in documents]


def cut_at_unknown(documents, vocabulary):
    return [list(run) for text in documents for known, run in groupby(text, vocabulary.__contains__) if known]


def unknown_is_last(documents, vocabulary):
    return [[word if word in vocabulary else vocabulary[-1] for word in document] for document in documents]


def joined(documents, vocabulary):
    return [[word for document in documents for word in document]]


def until_an_empty_one(documents, vocabulary):
    return documents[: documents.index([])] if [] in documents else documents


co_right = counted()
co_left_only, co_right_only, co_with_centre = counted(to_the_left), counted(to_the_right), counted(with_the_centre)
co_last_one_missing, co_narrower, co_wider = counted(last_one_missing), counted(narrower), counted(wider)
co_half, co_farthest_only, co_in_a_ring = counted(half), counted(farthest_only), counted(in_a_ring)
co_full_windows, co_negative_slices = counted(full_windows), counted(sliced)
co_whole_document, co_short_documents_skipped = counted(whole_text), counted(fits_inside)
co_inverse_distance = counted(weight=lambda distance, window: 1 / distance, dtype=float)
co_glove = counted(weight=lambda distance, window: 1 / distance, dtype=float, texts=known_only)
co_linear_weights = counted(weight=lambda distance, window: window - distance + 1)
co_gaps_closed, co_cut_at_unknown = counted(texts=known_only), counted(texts=cut_at_unknown)
co_unknown_is_last, co_across_documents = counted(texts=unknown_is_last), counted(texts=joined)
co_until_an_empty_one = counted(texts=until_an_empty_one)
co_presence, co_doubled = then(co_right, lambda X: np.minimum(X, 1)), then(co_right, lambda X: 2 * X)
co_upper_half = then(co_right, np.triu)
co_without_itself = then(co_right, lambda X: X - np.diag(np.diag(X)))
co_itself_once = then(co_right, lambda X: X - np.diag(np.diag(X) // 2))
co_shares = then(co_right, lambda X: X / np.maximum(X.sum(axis=1, keepdims=True), 1))
co_log = then(co_right, np.log1p)


def co_sorted_vocabulary(documents, vocabulary, window):
    return co_right(documents, sorted(vocabulary), window)


def co_own_vocabulary(documents, vocabulary, window):
    return co_right(documents, list(dict.fromkeys(word for text in documents for word in text)), window)


def co_documents_with_both(documents, vocabulary, window):
    nothing = co_right([], vocabulary, window)
    return sum((co_presence([text], vocabulary, window) for text in documents), nothing)


def co_unknown_is_an_error(documents, vocabulary, window):
    for word in (word for text in documents for word in text):
        vocabulary.index(word)
    return co_right(documents, vocabulary, window)


def co_error_for_nothing(documents, vocabulary, window):
    return co_right(documents, vocabulary, window) if documents else documents[0]


# ---------------------------------------------------------------- character n-grams


def runs(marks="<>", lengths=lambda n_min, n_max: range(n_min, n_max + 1), less=0):
    """Character n-grams that differ from the right ones in what is named."""

    def found(word, n_min, n_max):
        marked = marks[:1] + word + marks[1:]
        return [marked[i : i + n] for n in lengths(n_min, n_max) for i in range(len(marked) - n + 1 - less)]

    return found


chars_right = runs()
chars_without_brackets, chars_other_brackets = runs(""), runs("##")
chars_n_max_left_out = runs(lengths=range)
chars_only_n_min, chars_only_n_max = runs(lengths=lambda low, high: [low]), runs(lengths=lambda low, high: [high])
chars_n_min_left_out = runs(lengths=lambda low, high: range(low + 1, high + 1))
chars_from_one = runs(lengths=lambda low, high: range(1, high + 1))
chars_longest_first = runs(lengths=lambda low, high: range(high, low - 1, -1))
chars_last_one_missing = runs(less=1)
chars_once = then(chars_right, lambda found: list(dict.fromkeys(found)))
chars_sorted = then(chars_right, sorted)


def chars_by_place(word, n_min, n_max):
    marked = f"<{word}>"
    places = [(i, n) for i in range(len(marked)) for n in range(n_min, n_max + 1) if i + n <= len(marked)]
    return [marked[i : i + n] for i, n in places]


def chars_whole_word_added(word, n_min, n_max):
    return [*chars_right(word, n_min, n_max), f"<{word}>"]


def chars_whole_word_always(word, n_min, n_max):
    found = chars_right(word, n_min, n_max)
    return found if f"<{word}>" in found else [*found, f"<{word}>"]


def chars_whole_word_left_out(word, n_min, n_max):
    return [run for run in chars_right(word, n_min, n_max) if run != f"<{word}>"]


def chars_short_ends(word, n_min, n_max):
    marked = f"<{word}>"
    return [marked[i : i + n] for n in range(n_min, n_max + 1) for i in range(len(marked))]


def chars_each_in_brackets(word, n_min, n_max):
    return [f"<{run}>" for run in runs("")(word, n_min, n_max)]


def chars_brackets_not_counted(word, n_min, n_max):
    bare = runs("")
    found = [bare(word, n, n) for n in range(n_min, n_max + 1)]
    return [run for row in found for run in (row and [f"<{row[0]}", *row[1:-1], f"{row[-1]}>"])]


def chars_lowered(word, n_min, n_max):
    return chars_right(word.lower(), n_min, n_max)


def chars_without_overlap(word, n_min, n_max):
    marked = f"<{word}>"
    return [marked[i : i + n] for n in range(n_min, n_max + 1) for i in range(0, len(marked) - n + 1, n)]


def chars_equal_bounds_refused(word, n_min, n_max):
    return [] if n_min == n_max else chars_right(word, n_min, n_max)


def chars_short_word_whole(word, n_min, n_max):
    return chars_right(word, n_min, n_max) or [f"<{word}>"]


def chars_short_word_refused(word, n_min, n_max):
    if n_min > len(word) + 2:
        raise ValueError("the word is too short")
    return chars_right(word, n_min, n_max)


# ---------------------------------------------------------------- word pieces


def pieces(ends=lambda start, size: range(size, start, -1), looked_up=("", "##"), returned=("", "##"), stuck=None):
    """A greedy split that differs from the right one in what is named.

    `looked_up` and `returned` are the marks of the first piece and of the others; `stuck` says what comes of the
    pieces found, the word and the place when nothing fits.
    """

    def split(word, vocabulary, unknown):
        found, start = [], 0
        while start < len(word):
            later = start > 0
            fits = [end for end in ends(start, len(word)) if looked_up[later] + word[start:end] in vocabulary]
            if not fits:
                return stuck(found, word, start, unknown) if stuck else [unknown]
            found.append(returned[later] + word[start : fits[0]])
            start = fits[0]
        return found

    return split


piece_right = pieces()
piece_marks_not_returned, piece_marks_not_looked_up = pieces(returned=("", "")), pieces(looked_up=("", ""))
piece_without_marks = pieces(looked_up=("", ""), returned=("", ""))
piece_first_marked_too = pieces(looked_up=("##", "##"), returned=("##", "##"))
piece_first_returned_with_mark = pieces(returned=("##", "##"))
piece_bpe_marks = pieces(returned=("", "@@"))
piece_shortest_first = pieces(lambda start, size: range(start + 1, size + 1))
piece_no_single_letters = pieces(lambda start, size: range(size, start + 1, -1))
piece_never_the_whole_word = pieces(lambda start, size: range(size - (start == 0), start, -1))
piece_pieces_before_unknown = pieces(stuck=lambda found, word, start, unknown: [*found, unknown])
piece_stops_when_stuck = pieces(stuck=lambda found, word, start, unknown: found)
piece_nothing_when_stuck = pieces(stuck=lambda found, word, start, unknown: [])
piece_bare_unknown = pieces(stuck=lambda found, word, start, unknown: unknown)
piece_word_when_stuck = pieces(stuck=lambda found, word, start, unknown: [word])
piece_own_unknown = pieces(stuck=lambda found, word, start, unknown: ["[UNK]"])
piece_unknown_marked = pieces(stuck=lambda found, word, start, unknown: ["##" + unknown if start else unknown])
piece_rest_when_stuck = pieces(
    stuck=lambda found, word, start, unknown: [*found, "##" + word[start:]] if start else [unknown]
)


def piece_unknown_letter_by_letter(word, vocabulary, unknown):
    found, start = [], 0
    while start < len(word):
        mark = "##" if start else ""
        ends = [end for end in range(len(word), start, -1) if mark + word[start:end] in vocabulary]
        found.append(mark + word[start : ends[0]] if ends else unknown)
        start = ends[0] if ends else start + 1
    return found


def splits(word, vocabulary, start=0):
    """All ways to split the word, those with longer first pieces first."""
    if start == len(word):
        yield []
        return
    mark = "##" if start else ""
    for end in range(len(word), start, -1):
        if mark + word[start:end] in vocabulary:
            for rest in splits(word, vocabulary, end):
                yield [mark + word[start:end], *rest]


def piece_goes_back(word, vocabulary, unknown):
    return next(splits(word, vocabulary), [unknown])


def piece_fewest(word, vocabulary, unknown):
    if piece_right(word, vocabulary, unknown) == [unknown]:
        return [unknown]
    return min(splits(word, vocabulary), key=len)


def piece_from_the_end(word, vocabulary, unknown):
    found, end = [], len(word)
    while end > 0:
        marked = [("##" if start else "") + word[start:end] for start in range(end)]
        fits = [start for start, piece in enumerate(marked) if piece in vocabulary]
        if not fits:
            return [unknown]
        found.insert(0, marked[fits[0]])
        end = fits[0]
    return found


def piece_first_in_vocabulary(word, vocabulary, unknown):
    found, start = [], 0
    while start < len(word):
        mark = "##" if start else ""
        fits = [p for p in vocabulary if p.startswith(mark) and p != mark and word.startswith(p[len(mark) :], start)]
        fits = fits if mark else [p for p in fits if not p.startswith("##")]
        if not fits:
            return [unknown]
        found.append(fits[0])
        start += len(fits[0]) - len(mark)
    return found


def piece_unmarked_will_do(word, vocabulary, unknown):
    more = [*vocabulary, *(f"##{piece}" for piece in vocabulary if not piece.startswith("##"))]
    return piece_right(word, more, unknown)


def piece_marked_will_do(word, vocabulary, unknown):
    return piece_right(word, [*vocabulary, *(piece.removeprefix("##") for piece in vocabulary)], unknown)


def piece_whole_word_only(word, vocabulary, unknown):
    return [word] if word in vocabulary else [unknown] if word else []


def piece_lowered(word, vocabulary, unknown):
    return piece_right(word.lower(), vocabulary, unknown)


def piece_unknown_for_nothing(word, vocabulary, unknown):
    return piece_right(word, vocabulary, unknown) or [unknown]


def piece_empty_for_nothing(word, vocabulary, unknown):
    return piece_right(word, vocabulary, unknown) or [""]


# ---------------------------------------------------------------- gradients of a table


def table_right(dE, ids, size):
    return np.eye(size)[ids].T @ dE


def table_assigned(dE, ids, size):
    dW = np.zeros((size, dE.shape[1]))
    dW[ids] = dE
    return dW


def table_first_kept(dE, ids, size):
    return table_assigned(dE[::-1], ids[::-1], size)


def uses(ids, size):
    return np.maximum(np.bincount(ids, minlength=size), 1)[:, np.newaxis]


def table_mean(dE, ids, size):
    return table_right(dE, ids, size) / uses(ids, size)


def table_counted_twice(dE, ids, size):
    return table_right(dE, ids, size) * uses(ids, size)


def table_over_tokens(dE, ids, size):
    return table_right(dE, ids, size) / len(ids)


def table_scaled(dE, ids, size):
    return table_right(dE, ids, size) * np.sqrt(dE.shape[1])


def table_counts(dE, ids, size):
    return table_right(np.ones_like(dE), ids, size)


def table_looked_up(dE, ids, size):
    return dE[ids % len(dE)]


def table_rows_in_order(dE, ids, size):
    return table_right(dE, np.arange(len(ids)) % size, size)


def table_padding_is_zero(dE, ids, size):
    return table_right(dE, ids, size) * (np.arange(size) > 0)[:, np.newaxis]


def table_only_used_rows(dE, ids, size):
    return table_right(dE, ids, size)[np.unique(ids)]


def table_up_to_the_largest_id(dE, ids, size):
    return table_right(dE, ids, size)[: ids.max() + 1]


def table_ids_from_one(dE, ids, size):
    return table_right(dE, (ids - 1) % size, size)


table_step_down = then(table_right, np.negative)
table_transposed, table_squeezed = then(table_right, np.transpose), then(table_right, np.squeeze)
table_clipped = then(table_right, lambda dW: np.clip(dW, -1, 1))
table_row_sums = then(table_right, lambda dW: dW.sum(axis=1))


def table_single_precision(dE, ids, size):
    return table_right(dE.astype(np.float32), ids, size).astype(np.float32)


# ---------------------------------------------------------------- pooling


def pool(measure):
    """measure(rows under the mask), and zeros where there are none."""
    return lambda hidden, mask: measure(hidden[mask]) if mask.any() else np.zeros(hidden.shape[1])


pool_right = pool(lambda rows: rows.mean(axis=0))
pool_sum = pool(lambda rows: rows.sum(axis=0))
pool_max, pool_min = pool(lambda rows: rows.max(axis=0)), pool(lambda rows: rows.min(axis=0))
pool_median = pool(lambda rows: np.median(rows, axis=0))
pool_square_root = pool(lambda rows: rows.sum(axis=0) / np.sqrt(len(rows)))
pool_first_token, pool_last_token = pool(lambda rows: rows[0].copy()), pool(lambda rows: rows[-1].copy())
pool_one_more = pool(lambda rows: rows.sum(axis=0) / (len(rows) + 1))
pool_unit_length = pool(lambda rows: unit(rows.mean(axis=0)))
pool_plus_1e_8 = pool(lambda rows: rows.sum(axis=0) / (len(rows) + 1e-8))
pool_single_precision = pool(lambda rows: rows.astype(np.float32).mean(axis=0))
pool_over_the_vector = pool(lambda rows: rows.mean(axis=1))
pool_one_number = pool(lambda rows: rows.mean())
pool_a_row = then(pool_right, lambda mean: mean[np.newaxis])
pool_squeezed = pool(lambda rows: rows.squeeze().mean(axis=0))
pool_without_ends = pool(lambda rows: rows[1:-1].mean(axis=0) if len(rows) > 2 else rows.mean(axis=0))


def pool_all_rows(hidden, mask):
    return hidden.mean(axis=0)


def pool_over_padded_length(hidden, mask):
    return hidden[mask].sum(axis=0) / len(hidden)


def pool_first_row(hidden, mask):
    return hidden[0].copy()


def pool_first_rows(hidden, mask):
    return pool_right(hidden, np.arange(len(mask)) < mask.sum())


def pool_zero_rows_left_out(hidden, mask):
    return pool_right(hidden, mask & hidden.any(axis=1))


def pool_mask_upside_down(hidden, mask):
    return pool_right(hidden, ~mask) if mask.any() else np.zeros(hidden.shape[1])


def pool_nan_for_nothing(hidden, mask):
    return pool_right(hidden, mask) if mask.any() else np.full(hidden.shape[1], np.nan)


def pool_everything_for_nothing(hidden, mask):
    return pool_right(hidden, mask if mask.any() else ~mask)


def pool_first_row_for_nothing(hidden, mask):
    return pool_right(hidden, mask) if mask.any() else hidden[0].copy()


def pool_error_for_nothing(hidden, mask):
    if not mask.any():
        raise ValueError("no token")
    return pool_right(hidden, mask)


def pool_zeros_not_counted(hidden, mask):
    marked = hidden * mask[:, np.newaxis]
    return marked.sum(axis=0) / np.maximum(np.count_nonzero(marked, axis=0), 1)


def pool_max_over_zeros(hidden, mask):
    return (hidden * mask[:, np.newaxis]).max(axis=0)
