"""Other ways to weigh terms and to search: conventions of libraries and slips of students. None is what is asked for.

A mistake agrees with the reference about empty documents, unseen terms and zero rows, unless it is about them.
"""

from functools import wraps

import numpy as np


def over(numerator, denominator):
    """The quotient, and 0 where the denominator is 0."""
    shape = np.broadcast(numerator, denominator).shape
    return np.divide(numerator, denominator, out=np.zeros(shape), where=denominator != 0)


def then(function, change):
    """The function, with its own parameters, and its answer changed."""
    return wraps(function)(lambda *arguments: change(function(*arguments)))


def divides_by_zero(function, is_zero):
    """The function as plain Python computes it: an error where there is a zero to divide by."""

    @wraps(function)
    def divided(*arguments):
        if is_zero(*arguments):
            raise ZeroDivisionError("division by zero")
        return function(*arguments)

    return divided


def rounded(function, digits):
    return then(function, lambda answer: np.round(answer, digits))


# ---------------------------------------------------------------- term frequency


def count_over(denominator, count=lambda counts: counts):
    """Term frequencies count(counts) / denominator(counts)."""
    return lambda counts: over(count(counts), denominator(counts))


def total(counts):
    return counts.sum(axis=1, keepdims=True)


def distinct(counts):
    return (counts > 0).sum(axis=1, keepdims=True)


def tf_raw(counts):
    return counts.astype(float)


def tf_binary(counts):
    return (counts > 0).astype(float)


def tf_sublinear(counts):
    return np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0.0)


tf = count_over(total)
tf_binary_over_total, tf_binary_over_distinct = count_over(total, tf_binary), count_over(distinct, tf_binary)
tf_log_of_one_plus, tf_log_of_one_plus_share = then(tf_raw, np.log1p), then(tf, np.log1p)
tf_over_largest = count_over(lambda counts: counts.max(axis=1, keepdims=True))
tf_over_vocabulary = count_over(lambda counts: np.float64(counts.shape[1]))
tf_over_documents = count_over(lambda counts: np.float64(len(counts)))
tf_over_distinct = count_over(distinct)
tf_over_term_totals = count_over(lambda counts: counts.sum(axis=0))
tf_over_corpus = count_over(np.sum)
tf_unit_length = count_over(lambda counts: np.linalg.norm(counts, axis=1, keepdims=True))
tf_total_plus_one = count_over(lambda counts: total(counts) + 1)
tf_add_one = count_over(lambda counts: total(counts) + counts.shape[1], lambda counts: counts + 1)
tf_percent, tf_floor_division = then(tf, lambda share: 100 * share), then(tf, np.floor)
tf_rounded_4, tf_rounded_5 = rounded(tf, 4), rounded(tf, 5)
tf_squeezed = then(tf, np.squeeze)
tf_divides_by_zero = divides_by_zero(tf, lambda counts: not total(counts).all())


def tf_augmented(counts):
    return np.where(total(counts) > 0, 0.5 + 0.5 * tf_over_largest(counts), 0.0)


def tf_augmented_where_present(counts):
    return np.where(counts > 0, 0.5 + 0.5 * tf_over_largest(counts), 0.0)


def tf_nan_for_empty(counts):
    return np.where(total(counts) > 0, tf(counts), np.nan)


def tf_uniform_for_empty(counts):
    return np.where(total(counts) > 0, tf(counts), 1 / counts.shape[1])


# ---------------------------------------------------------------- document frequency


def by_term(rule):
    """The rule itself: a number for every term (or, where that is the mistake, for every document)."""
    return rule


df, df_total_count = by_term(lambda counts: (counts > 0).sum(axis=0)), by_term(lambda counts: counts.sum(axis=0))
df_exactly_once = by_term(lambda counts: (counts == 1).sum(axis=0))
df_more_than_once = by_term(lambda counts: (counts > 1).sum(axis=0))
df_without = by_term(lambda counts: (counts == 0).sum(axis=0))
df_largest_count = by_term(lambda counts: counts.max(axis=0))
df_over_terms = by_term(lambda counts: (counts > 0).sum(axis=1))
df_document_lengths = by_term(lambda counts: counts.sum(axis=1))
df_plus_one = then(df, lambda frequency: frequency + 1)
df_at_least_one = then(df, lambda frequency: np.maximum(frequency, 1))
df_seen = then(df, lambda frequency: np.minimum(frequency, 1))
df_row = then(df, lambda frequency: frequency[np.newaxis])
df_squeezed = then(df, np.squeeze)


def df_share(counts):
    return df(counts) / len(counts)


def df_share_of_words(counts):
    return over(df_total_count(counts), np.sum(counts))


# ---------------------------------------------------------------- inverse document frequency


def by(formula, frequency=df, number=len):
    """The weights formula(N, df) of the terms; infinite or nan where the formula says so."""

    def idf(counts):
        with np.errstate(all="ignore"):
            return formula(float(number(counts)), frequency(counts).astype(float))

    return idf


def unseen(idf, weight=0.0):
    """The weights with another one for terms that are in no document."""
    return lambda counts: np.where(df(counts) > 0, idf(counts), weight)


def number_of_terms(counts):
    return counts.shape[1]


def number_of_words(counts):
    return np.sum(counts)


def number_of_filled(counts):
    return np.sum(counts.any(axis=1))


idf_infinite_for_unseen = by(lambda N, df: np.log(N / df))
idf = unseen(idf_infinite_for_unseen)
idf_divides_by_zero = divides_by_zero(idf, lambda counts: not df(counts).all())
idf_one_for_unseen = unseen(idf, 1.0)
idf_one_for_everywhere = unseen(then(idf, lambda weights: np.where(weights == 0, 1.0, weights)))
idf_largest_for_unseen = by(lambda N, df: np.log(N / np.maximum(df, 1)))
idf_log10_infinite = by(lambda N, df: np.log10(N / df))
idf_log2_infinite = by(lambda N, df: np.log2(N / df))
idf_plus_one_infinite = by(lambda N, df: np.log(N / df) + 1)
idf_one_above_infinite = by(lambda N, df: np.log((1 + N) / df))
idf_one_above_plus_one_infinite = by(lambda N, df: np.log((1 + N) / df) + 1)
idf_one_inside_infinite = by(lambda N, df: np.log(1 + N / df))
idf_one_inside_log10_infinite = by(lambda N, df: np.log10(1 + N / df))
idf_ratio_infinite = by(lambda N, df: N / df)
idf_log10, idf_log2 = unseen(idf_log10_infinite), unseen(idf_log2_infinite)
idf_plus_one, idf_plus_one_for_unseen = unseen(idf_plus_one_infinite), unseen(idf_plus_one_infinite, 1.0)
idf_one_above, idf_one_above_plus_one = unseen(idf_one_above_infinite), unseen(idf_one_above_plus_one_infinite)
idf_one_inside, idf_one_inside_log10 = unseen(idf_one_inside_infinite), unseen(idf_one_inside_log10_infinite)
idf_ratio = unseen(idf_ratio_infinite)
idf_sklearn = by(lambda N, df: np.log((1 + N) / (1 + df)) + 1)
idf_one_outside_missing = by(lambda N, df: np.log((1 + N) / (1 + df)))
idf_one_below = by(lambda N, df: np.log(N / (1 + df)))
idf_one_below_clipped = by(lambda N, df: np.maximum(np.log(N / (1 + df)), 0))
idf_one_below_plus_one = by(lambda N, df: np.log(N / (1 + df)) + 1)
idf_sklearn_zero, idf_one_outside_missing_zero = unseen(idf_sklearn), unseen(idf_one_outside_missing)
idf_one_below_zero, idf_one_below_plus_one_zero = unseen(idf_one_below), unseen(idf_one_below_plus_one)
idf_one_inside_one_below = by(lambda N, df: np.log(1 + N / (1 + df)))
idf_log10_one_below = by(lambda N, df: np.log10(N / (1 + df)))
idf_log10_one_below_plus_one = by(lambda N, df: 1 + np.log10(N / (1 + df)))
idf_log10_sklearn = by(lambda N, df: np.log10((1 + N) / (1 + df)) + 1)
idf_log2_sklearn = by(lambda N, df: np.log2((1 + N) / (1 + df)) + 1)
idf_probabilistic = unseen(by(lambda N, df: np.log(np.maximum(N - df, df) / df)))
idf_bm25 = by(lambda N, df: np.log((N - df + 0.5) / (df + 0.5)))
idf_lucene = by(lambda N, df: np.log(1 + (N - df + 0.5) / (df + 0.5)))
idf_upside_down = unseen(by(lambda N, df: np.log(df / N)))
idf_brackets = unseen(by(lambda N, df: np.log(N) / df))
idf_normalised = unseen(by(lambda N, df: np.log(N / df) / np.log(np.maximum(N, 2))))
idf_total_count = unseen(by(lambda N, df: np.log(N / df), frequency=df_total_count))
idf_total_words = unseen(by(lambda N, df: np.log(N / df), number=number_of_words))
idf_share_of_words = unseen(by(lambda N, df: np.log(N / df), df_total_count, number_of_words))
idf_number_of_terms = unseen(by(lambda N, df: np.log(N / df), number=number_of_terms))
idf_without_empty = unseen(by(lambda N, df: np.log(N / df), number=number_of_filled))
idf_over_terms = by(lambda N, df: np.log(N / np.maximum(df, 1)), df_over_terms, number_of_terms)
idf_floor_division = unseen(by(lambda N, df: np.log(N // df)))
idf_rounded_4, idf_rounded_5 = rounded(idf, 4), rounded(idf, 5)
idf_squeezed = then(idf, np.squeeze)
smooth_one_inside = by(lambda N, df: np.log((1 + N) / (1 + df) + 1))
smooth_ratio = by(lambda N, df: (1 + N) / (1 + df) + 1)
smooth_brackets = by(lambda N, df: np.log(1 + N) / (1 + df) + 1)
smooth_ratio_of_logs = by(lambda N, df: np.log(1 + N) / np.log(1 + df) + 1)
smooth_half = by(lambda N, df: np.log((0.5 + N) / (0.5 + df)) + 1)
smooth_one_for_unseen = unseen(idf_sklearn, 1.0)
smooth_total_count = by(lambda N, df: np.log((1 + N) / (1 + df)) + 1, frequency=df_total_count)
smooth_number_of_terms = by(lambda N, df: np.log((1 + N) / (1 + df)) + 1, number=number_of_terms)
smooth_without_empty = by(lambda N, df: np.log((1 + N) / (1 + df)) + 1, number=number_of_filled)
smooth_rounded_4, smooth_rounded_5 = rounded(idf_sklearn, 4), rounded(idf_sklearn, 5)
smooth_squeezed = then(idf_sklearn, np.squeeze)


# ---------------------------------------------------------------- lengths and cosines


def row_over(measure, zero=0.0):
    """Rows over measure(rows), and `zero` in all entries of a row that is zero."""

    def scaled(matrix):
        return np.where(matrix.any(axis=1, keepdims=True), over(matrix, measure(matrix)), zero)

    return scaled


def length(matrix):
    return np.linalg.norm(matrix, axis=1, keepdims=True)


norm_l2 = row_over(length)
norm_l1 = row_over(lambda rows: np.abs(rows).sum(axis=1, keepdims=True))
norm_sum = row_over(lambda rows: rows.sum(axis=1, keepdims=True))
norm_largest = row_over(lambda rows: np.abs(rows).max(axis=1, keepdims=True))
norm_squared = row_over(lambda rows: length(rows) ** 2)
norm_mean_square = row_over(lambda rows: length(rows) / np.sqrt(rows.shape[1]))
norm_columns, norm_whole = row_over(lambda rows: length(rows.T).T), row_over(np.linalg.norm)
norm_only_longer = row_over(lambda rows: np.maximum(length(rows), 1))
norm_plus_1e_6 = row_over(lambda rows: length(rows) + 1e-6)
norm_plus_1e_8 = row_over(lambda rows: length(rows) + 1e-8)
norm_plus_1e_10 = row_over(lambda rows: length(rows) + 1e-10)
norm_plus_1e_12 = row_over(lambda rows: length(rows) + 1e-12)
norm_plus_machine_epsilon = row_over(lambda rows: length(rows) + np.finfo(float).eps)
norm_floor_1e_8 = row_over(lambda rows: np.maximum(length(rows), 1e-8))
norm_root_of_epsilon = row_over(lambda rows: np.sqrt(length(rows) ** 2 + 1e-12))
norm_tiny_is_zero = row_over(lambda rows: np.where(length(rows) < 1e-8, np.inf, length(rows)))
norm_tiny_left_alone = row_over(lambda rows: np.where(length(rows) < 1e-8, 1, length(rows)))
norm_nan_for_zero = row_over(length, np.nan)
norm_divides_by_zero = divides_by_zero(norm_l2, lambda matrix: not length(matrix).all())
norm_absolute = then(norm_l2, np.abs)
norm_lengths, norm_squeezed = then(length, np.ravel), then(norm_l2, np.squeeze)
norm_rounded_4, norm_rounded_5 = rounded(norm_l2, 4), rounded(norm_l2, 5)


def norm_uniform_for_zero(matrix):
    return np.where(matrix.any(axis=1, keepdims=True), norm_l2(matrix), matrix.shape[1] ** -0.5)


def norm_standardised(matrix):
    return over(matrix - matrix.mean(axis=1, keepdims=True), matrix.std(axis=1, keepdims=True))


def norm_min_max(matrix):
    return over(matrix - matrix.min(axis=1, keepdims=True), np.ptp(matrix, axis=1, keepdims=True))


def pairs(formula, zero=0.0, size=length):
    """Similarities formula(products, lengths of a, lengths of b), and `zero` where a row is zero."""

    def similarity(a, b):
        with np.errstate(all="ignore"):
            return np.where(size(a) * size(b).T > 0, formula(a @ b.T, size(a), size(b).T), zero)

    return similarity


cosine, cosine_dot = pairs(lambda dot, a, b: dot / a / b), pairs(lambda dot, a, b: dot)
cosine_over_a, cosine_over_b = pairs(lambda dot, a, b: dot / a), pairs(lambda dot, a, b: dot / b)
cosine_brackets = pairs(lambda dot, a, b: dot / a * b)
cosine_squared_lengths = pairs(lambda dot, a, b: dot / a**2 / b**2)
cosine_absolute, cosine_clipped = then(cosine, np.abs), then(cosine, lambda cos: np.maximum(cos, 0))
cosine_distance = then(cosine, lambda cos: 1 - cos)
cosine_half, cosine_squared = then(cosine, lambda cos: (1 + cos) / 2), then(cosine, np.square)
cosine_angle = pairs(lambda dot, a, b: np.arccos(np.clip(dot / a / b, -1, 1)), zero=np.pi / 2)
cosine_l1 = pairs(lambda dot, a, b: dot / a / b, size=lambda rows: np.abs(rows).sum(axis=1, keepdims=True))
cosine_whole = pairs(lambda dot, a, b: dot / np.linalg.norm(a) / np.linalg.norm(b))
cosine_plus_1e_6 = pairs(lambda dot, a, b: dot / (a * b + 1e-6))
cosine_plus_1e_8 = pairs(lambda dot, a, b: dot / (a * b + 1e-8))
cosine_plus_1e_10 = pairs(lambda dot, a, b: dot / (a * b + 1e-10))
cosine_plus_1e_12 = pairs(lambda dot, a, b: dot / (a * b + 1e-12))
cosine_each_plus_1e_8 = pairs(lambda dot, a, b: dot / (a + 1e-8) / (b + 1e-8))
cosine_each_plus_1e_10 = pairs(lambda dot, a, b: dot / (a + 1e-10) / (b + 1e-10))
cosine_each_plus_1e_12 = pairs(lambda dot, a, b: dot / (a + 1e-12) / (b + 1e-12))
cosine_each_plus_machine_epsilon = pairs(lambda dot, a, b: dot / (a + np.finfo(float).eps) / (b + np.finfo(float).eps))
cosine_floor_1e_8 = pairs(lambda dot, a, b: dot / np.maximum(a * b, 1e-8))
cosine_each_floor_1e_8 = pairs(lambda dot, a, b: dot / np.maximum(a, 1e-8) / np.maximum(b, 1e-8))
cosine_divides_by_zero = divides_by_zero(cosine, lambda a, b: not (length(a) * length(b).T).all())
cosine_tiny_is_zero = pairs(lambda dot, a, b: np.where((a < 1e-8) | (b < 1e-8), 0, dot / a / b))
cosine_nan_for_zero = pairs(lambda dot, a, b: dot / a / b, zero=np.nan)
cosine_one_for_zero = pairs(lambda dot, a, b: dot / a / b, zero=1.0)
cosine_rounded_3, cosine_rounded_4, cosine_rounded_5 = rounded(cosine, 3), rounded(cosine, 4), rounded(cosine, 5)
cosine_transposed, cosine_squeezed = then(cosine, np.transpose), then(cosine, np.squeeze)


def cosine_within_a(a, b):
    return cosine(a, a)


def cosine_centred(a, b):
    return cosine(a - a.mean(axis=1, keepdims=True), b - b.mean(axis=1, keepdims=True))


def euclidean(a, b):
    return np.linalg.norm(a[:, np.newaxis] - b, axis=2)


cosine_euclidean, cosine_near = then(euclidean, np.copy), then(euclidean, lambda distance: 1 / (1 + distance))


# ---------------------------------------------------------------- tf-idf


def product(tf, idf, norm=np.copy):
    """The weights norm(tf · idf)."""
    return lambda counts: norm(tf(counts) * idf(counts))


tfidf = product(tf, idf)
tfidf_raw, tfidf_binary, tfidf_sublinear = product(tf_raw, idf), product(tf_binary, idf), product(tf_sublinear, idf)
tfidf_log_of_one_plus, tfidf_augmented = product(tf_log_of_one_plus, idf), product(tf_augmented, idf)
tfidf_over_largest, tfidf_over_vocabulary = product(tf_over_largest, idf), product(tf_over_vocabulary, idf)
tfidf_over_corpus, tfidf_over_distinct = product(tf_over_corpus, idf), product(tf_over_distinct, idf)
tfidf_over_term_totals, tfidf_unit_tf = product(tf_over_term_totals, idf), product(tf_unit_length, idf)
tfidf_total_plus_one = product(tf_total_plus_one, idf)
tfidf_log10, tfidf_log2 = product(tf, idf_log10), product(tf, idf_log2)
tfidf_raw_log10, tfidf_raw_log2 = product(tf_raw, idf_log10), product(tf_raw, idf_log2)
tfidf_plus_one, tfidf_raw_plus_one = product(tf, idf_plus_one), product(tf_raw, idf_plus_one)
tfidf_smooth_idf, tfidf_raw_smooth_idf = product(tf, idf_sklearn), product(tf_raw, idf_sklearn)
tfidf_one_outside_missing = product(tf, idf_one_outside_missing)
tfidf_raw_one_outside_missing = product(tf_raw, idf_one_outside_missing)
tfidf_one_below, tfidf_raw_one_below = product(tf, idf_one_below), product(tf_raw, idf_one_below)
tfidf_one_below_plus_one = product(tf, idf_one_below_plus_one)
tfidf_raw_one_below_plus_one = product(tf_raw, idf_one_below_plus_one)
tfidf_one_above = product(tf, idf_one_above)
tfidf_one_inside, tfidf_one_inside_log10 = product(tf, idf_one_inside), product(tf, idf_one_inside_log10)
tfidf_raw_one_inside_log10 = product(tf_raw, idf_one_inside_log10)
tfidf_log10_one_below_plus_one = product(tf, idf_log10_one_below_plus_one)
tfidf_raw_log10_one_below_plus_one = product(tf_raw, idf_log10_one_below_plus_one)
tfidf_ratio, tfidf_upside_down = product(tf, idf_ratio), product(tf, idf_upside_down)
tfidf_total_count, tfidf_number_of_terms = product(tf, idf_total_count), product(tf, idf_number_of_terms)
tfidf_without_empty, tfidf_nan_for_empty = product(tf, idf_without_empty), product(tf_nan_for_empty, idf)
tfidf_divides_by_zero = divides_by_zero(tfidf, lambda counts: not total(counts).all() or not df(counts).all())
tfidf_nan_for_both = product(tf_nan_for_empty, unseen(idf, np.nan))
tfidf_nan_for_unseen, tfidf_one_for_everywhere = product(tf, unseen(idf, np.nan)), product(tf, idf_one_for_everywhere)
tfidf_l2, tfidf_l1 = product(tf, idf, norm_l2), product(tf, idf, norm_l1)
tfidf_sklearn, tfidf_plus_one_l2 = product(tf, idf_sklearn, norm_l2), product(tf, idf_plus_one, norm_l2)
tfidf_rounded_4, tfidf_rounded_5 = rounded(tfidf, 4), rounded(tfidf, 5)
tfidf_squeezed, tfidf_idf_left_out = then(tfidf, np.squeeze), then(tf, np.copy)


def tfidf_sum(counts):
    return np.where(counts > 0, tf(counts) + idf(counts), 0.0)


def unit(idf=idf_sklearn, tf=tf_raw, norm=norm_l2):
    """The weights of scikit-learn's default, except for what is named."""
    return product(tf, idf, norm)


unit_rows = unit()
unit_not_normalised, unit_relative_not_normalised = unit(norm=np.copy), unit(tf=tf, norm=np.copy)
unit_l1, unit_largest, unit_squared = unit(norm=norm_l1), unit(norm=norm_largest), unit(norm=norm_squared)
unit_columns, unit_whole = unit(norm=norm_columns), unit(norm=norm_whole)
unit_before_idf = unit(tf=tf_unit_length, norm=np.copy)
unit_binary, unit_sublinear = unit(tf=tf_binary), unit(tf=tf_sublinear)
unit_log_of_one_plus = unit(tf=tf_log_of_one_plus)
unit_no_idf, unit_plain_idf = then(tf_unit_length, np.copy), unit(idf)
unit_plus_one, unit_one_outside_missing = unit(idf_plus_one), unit(idf_one_outside_missing)
unit_one_below, unit_one_below_plus_one = unit(idf_one_below), unit(idf_one_below_plus_one)
unit_one_above_plus_one, unit_one_inside = unit(idf_one_above_plus_one), unit(idf_one_inside)
unit_smooth_one_inside, unit_brackets = unit(smooth_one_inside), unit(smooth_brackets)
unit_log10, unit_log2 = unit(idf_log10_sklearn), unit(idf_log2_sklearn)
unit_log10_one_below_plus_one = unit(idf_log10_one_below_plus_one)
unit_total_count, unit_number_of_terms = unit(smooth_total_count), unit(smooth_number_of_terms)
unit_without_empty, unit_nan_for_empty = unit(smooth_without_empty), unit(norm=norm_nan_for_zero)
unit_rounded_4, unit_rounded_5 = rounded(unit_rows, 4), rounded(unit_rows, 5)
unit_divides_by_zero = divides_by_zero(unit_rows, lambda counts: not total(counts).all())
unit_squeezed, unit_without_unseen = then(unit_rows, np.squeeze), then(unit_rows, lambda w: w[:, w.any(axis=0)])
unit_old_exercise = unit(idf, tf, np.copy)


# ---------------------------------------------------------------- ranking


def falling(scores):
    """The order by falling score; what differs only by rounding is equal."""
    return np.argsort(-np.round(scores, 12), kind="stable")


def rising(scores):
    return np.argsort(np.round(scores, 12), kind="stable")


def table(query, documents):
    """Counts of the query and of the documents over the documents' terms."""
    terms = sorted(set().union(*documents))
    rows = [[words.count(term) for term in terms] for words in (query, *documents)]
    counts = np.array(rows, dtype=int).reshape(len(rows), len(terms))
    return counts[:1], counts[1:]


def rank(order=falling, tf=tf, idf=idf, query_tf=tf_raw, query_idf=None, score=cosine):
    """A ranking that differs from the right one in what is named."""

    def ranking(query, documents):
        asked, counts = table(query, documents)
        weights = query_tf(asked) * (query_idf or idf)(counts)
        return [int(i) for i in order(score(weights, tf(counts) * idf(counts))[0])]

    return ranking


def no_idf(counts):
    return np.ones(counts.shape[1])


rank_right = rank()
rank_rising, rank_by_distance = rank(rising), rank(rising, score=euclidean)
rank_ties_by_higher_index = rank(lambda scores: rising(scores)[::-1])
rank_unstable, rank_unstable_reversed = rank(lambda s: np.argsort(-s)), rank(lambda s: np.argsort(s)[::-1])
rank_only_matches = rank(lambda scores: [i for i in falling(scores) if scores[i] > 0])
rank_best_only = rank(lambda scores: falling(scores)[:1])
rank_places, rank_from_one = rank(lambda s: np.argsort(falling(s))), rank(lambda scores: falling(scores) + 1)
rank_dot_product, rank_raw_dot_product = rank(score=cosine_dot), rank(tf=tf_raw, score=cosine_dot)
rank_brackets = rank(score=cosine_brackets)
rank_no_idf, rank_no_idf_dot_product = rank(idf=no_idf), rank(idf=no_idf, tf=tf_raw, score=cosine_dot)
rank_query_without_idf, rank_documents_without_idf = rank(query_idf=no_idf), rank(idf=no_idf, query_idf=idf)
rank_binary, rank_sublinear = rank(tf=tf_binary, query_tf=tf_binary), rank(tf=tf_sublinear, query_tf=tf_sublinear)
rank_binary_query, rank_binary_documents = rank(query_tf=tf_binary), rank(tf=tf_binary)
rank_sklearn, rank_plus_one = rank(idf=idf_sklearn), rank(idf=idf_plus_one)
rank_one_outside_missing, rank_one_below = rank(idf=idf_one_outside_missing), rank(idf=idf_one_below)
rank_one_below_plus_one, rank_one_inside = rank(idf=idf_one_below_plus_one), rank(idf=idf_one_inside)
rank_log10_one_below_plus_one = rank(idf=idf_log10_one_below_plus_one)
rank_total_count, rank_ratio = rank(idf=idf_total_count), rank(idf=idf_ratio)
rank_without_empty = rank(idf=idf_without_empty)


def rank_query_in_the_corpus(query, documents):
    return [i - 1 for i in rank_right(query, [query, *documents]) if i > 0]


def rank_common_words(query, documents):
    return [int(i) for i in falling(np.array([len({*query} & {*words}) for words in documents]))]


def rank_skips_empty_documents(query, documents):
    return [i for i in rank_right(query, documents) if documents[i]]


def rank_unknown_word_is_an_error(query, documents):
    known = set().union(*documents)
    for word in query:
        if documents and word not in known:
            raise KeyError(word)
    return rank_right(query, documents)


def rank_divides_by_zero(query, documents):
    asked, counts = table(query, documents)
    lengths = length(tfidf(counts)) * length(asked * idf(counts))
    return divides_by_zero(rank_right, lambda query, documents: not lengths.all())(query, documents)


def rank_nothing_for_no_match(query, documents):
    return rank_right(query, documents) if table(query, documents)[0].any() else []


def rank_fails_without_documents(query, documents):
    return rank_right(query, documents) if documents else list(max(documents))
