"""Inputs, cases and properties of the exercises about dense vectors, their training pairs and pieces of words.

Scores are equal only where every computation says so: rows along the axes with power-of-two lengths, and zeros.
"""

import hypothesis.strategies as st
import numpy as np

from grader.properties import agree, call, draws, matrix, permutation, require, sizes

WORDS = ("кот", "спит", "на", "ковре", "и", "видит", "сон", "cat", "the", "sat", "mat", "on")


def shape(draw, distinct, *names, **bounds):
    """A size for each name; where they need not be distinct they are often equal, which hides a wrong axis."""
    chosen = sizes(draw, names, dict.fromkeys(names, (2, 6)) | bounds, distinct)
    if not distinct and draw(st.booleans()):
        return [max(chosen.values())] * len(names)
    return list(chosen.values())


def integers(draw, size, low, high):
    """A vector of integers."""
    return np.array(draw(st.lists(st.integers(low, high), min_size=size, max_size=size)), dtype=np.int64)


# ---------------------------------------------------------------- one-hot


def inside(draw, distinct, **bounds):
    n, size = shape(draw, distinct, "n", "size", **({"n": (2, 7), "size": (2, 7)} | bounds))
    return integers(draw, n, 0, size - 1), size


def with_ids(draw, ids, outsiders):
    """The ids, one of them or all of them replaced by ids from outside."""
    places = range(len(ids)) if draw(st.integers(0, 4)) == 0 else [draw(st.integers(0, len(ids) - 1))]
    for place in places:
        ids[place] = draw(outsiders)
    return ids


@draws("one-hot")
def ids_inside(draw, distinct):
    return inside(draw, distinct)


@draws("one-hot", case="one_id_or_word")
def single_ids(draw, distinct):
    single = draw(st.sampled_from(("n", "size")))
    return inside(draw, True, **{single: (1, 1)})


@draws("one-hot", case="id_too_large")
def ids_too_large(draw, distinct):
    ids, size = inside(draw, distinct, n=(1, 6), size=(1, 6))
    return with_ids(draw, ids, st.integers(size, size + 2)), size


@draws("one-hot", case="negative_id")
def ids_below_zero(draw, distinct):
    ids, size = inside(draw, distinct, n=(1, 6), size=(1, 6))
    return with_ids(draw, ids, st.integers(-size - 1, -1)), size


def one_id_or_word(ids, size):
    return 1 in (len(ids), size)


def id_too_large(ids, size):
    return (ids >= size).any()


def negative_id(ids):
    return (ids < 0).any()


def product_with_a_table_picks_its_rows(ids, size):
    table = np.arange(1.0, 3 * size + 1).reshape(size, 3)
    rows = yield call(ids, size)
    agree(rows @ table, table[ids])


def sums_of_columns_count_the_ids(ids, size):
    rows = yield call(ids, size)
    require((rows.sum(axis=0) == np.bincount(ids, minlength=size)).all(), rows)


def rows_follow_the_ids(ids, size):
    rows = yield call(ids, size)
    order = permutation(len(ids))
    agree((yield call(ids[order], size)), rows[order])


# ---------------------------------------------------------------- vectors

PARTS = (10**6, 10**6, 10**5, 10**4, 1)  # of 1000: thousandths twice as often as other magnitudes
APART = 1e-6
EXACT = 1e-9
TILTS = (1e-2, 1e-5, 1e-7)
CLOSE = (1e-8, 1e-8, 3e-8, 1e-5)  # single precision does not see the first


def row(draw, size, parts=PARTS):
    """Numbers of one magnitude, some of them zero, not all."""
    numbers = integers(draw, size, -999, 999)
    if np.abs(numbers).max() < 200:
        numbers[draw(st.integers(0, size - 1))] = 750
    return 1000 * numbers / draw(st.sampled_from(parts))


def vectors(draw, number, size, parts=PARTS):
    return np.array([row(draw, size, parts) for _ in range(number)])


def cosines(rows, query):
    lengths = np.sqrt((rows**2).sum(axis=1)) * np.sqrt((query**2).sum())
    return (rows * query).sum(axis=1) / np.where(lengths > 0, lengths, 1)


def smallest_gap(scores):
    return np.diff(np.sort(scores)).min(initial=np.inf)


def askew(rows, query):
    """Whether no row is parallel to the query, unless it equals it: a cosine just above 1 has no arccos."""
    parallel = np.abs(cosines(rows, query)) > 1 - EXACT
    return (rows == query).all(axis=1)[parallel].all()


def tiny(rows):
    lengths = np.sqrt((rows**2).sum(axis=-1))
    return ((lengths > 0) & (lengths < 1e-6)).any()


def tilted(draw, direction, tilts):
    """A direction close to another one, at one of these distances relative to its length."""
    tilt = draw(st.sampled_from(tilts))
    return direction + tilt * np.abs(direction).max() * integers(draw, len(direction), -3, 3)


def close_pair(draw, embeddings, query, one, other):
    """Nothing; the other row is close to the one, and the better of them mostly comes later, where no tie puts it."""
    embeddings[other] = tilted(draw, embeddings[one], CLOSE)
    pair = sorted((one, other))
    if draw(st.integers(0, 3)) and np.argmax(cosines(embeddings[pair], query)) == 0:
        embeddings[pair] = embeddings[pair[::-1]]


def tiny_pair(draw, embeddings, query, one, other):
    """Nothing; the other row is close to a tiny one and not tiny, and mostly has the smaller cosine of the two."""
    direction = 1e9 * embeddings[one]
    embeddings[other] = tilted(draw, direction, TILTS)
    near, far = np.abs(cosines(embeddings[[one, other]], query))
    if near < far and draw(st.integers(0, 3)):
        embeddings[other] = 2 * direction - embeddings[other]


def tiny_row(draw, size):
    """Billionths, not all of them zero."""
    numbers = integers(draw, size, -3, 3)
    if not numbers.any():
        numbers[draw(st.integers(0, size - 1))] = 1
    return numbers / 1e9


def axis_rows(draw, size):
    """A row along every axis and one against it, each with a power of two for its length."""
    lengths = draw(st.lists(st.sampled_from((1.0, 2.0, 0.5, 4.0)), min_size=2 * size, max_size=2 * size))
    return np.array(lengths)[:, np.newaxis] * np.vstack([np.eye(size), -np.eye(size)]) + 0.0  # a zero has no sign


def axis_row(draw, size):
    """A power of two along one axis."""
    number = draw(st.sampled_from((1.0, -1.0, 2.0, 0.5, -2.0, 4.0)))
    return number * np.eye(size)[draw(st.integers(0, size - 1))] + 0.0  # a zero has no sign


# ---------------------------------------------------------------- nearest


def such(good):
    """A drawer whose arguments satisfy a predicate."""

    def mark(build):
        return lambda draw, distinct: draw(st.composite(build)(distinct).filter(lambda arguments: good(*arguments)))

    return mark


def clear(embeddings, query, k):
    return smallest_gap(cosines(embeddings, query)) > APART and askew(embeddings, query)


def search(draw, distinct, parts=PARTS):
    """Embeddings, a query, and k that is neither 1 nor all."""
    v, d = shape(draw, distinct, "v", "d", v=(4, 8), d=(2, 5))
    return vectors(draw, v, d, parts), row(draw, d), draw(st.integers(2, v - 1))


@draws("nearest")
@such(clear)
def searches(draw, distinct):
    return search(draw, distinct)


@draws("nearest", case="one_or_all")
@such(clear)
def searches_for_one_or_all(draw, distinct):
    embeddings, query, _ = search(draw, distinct)
    return embeddings, query, draw(st.sampled_from((1, len(embeddings))))


@draws("nearest", case="query_among_rows")
@such(clear)
def searches_for_a_row(draw, distinct):
    """The query lies along an axis, so that its cosine with itself is 1 exactly and no arccos fails."""
    embeddings, _, k = search(draw, distinct)
    query = axis_row(draw, embeddings.shape[1])
    embeddings[draw(st.integers(0, len(embeddings) - 1))] = query
    return embeddings, query, k


@draws("nearest", case="a_zero_row")
@such(clear)
def searches_with_a_zero_row(draw, distinct):
    embeddings, query, _ = search(draw, distinct)
    embeddings[draw(st.integers(0, len(embeddings) - 1))] = 0
    return embeddings, query, draw(st.integers(2, len(embeddings)))


@draws("nearest", case="close_cosines")
@such(lambda embeddings, query, k: close_cosines(embeddings, query) and askew(embeddings, query))
def close_searches(draw, distinct):
    embeddings, query, k = search(draw, distinct, PARTS[:2])
    one, other = draw(st.permutations(range(len(embeddings))))[:2]
    close_pair(draw, embeddings, query, one, other)
    return embeddings, query, draw(st.sampled_from((k, len(embeddings), len(embeddings))))


@draws("nearest", case="tiny_vectors")
@such(lambda embeddings, query, k: smallest_gap(cosines(embeddings, query)) > 5 * EXACT and askew(embeddings, query))
def tiny_searches(draw, distinct):
    """A tiny row beside one of nearly its direction that is not tiny; often the query is tiny too."""
    embeddings, query, k = search(draw, distinct)
    one, other = draw(st.permutations(range(len(embeddings))))[:2]
    embeddings[one] = tiny_row(draw, embeddings.shape[1])
    query = tiny_row(draw, embeddings.shape[1]) if draw(st.integers(0, 2)) else query
    tiny_pair(draw, embeddings, query, one, other)
    return embeddings, query, draw(st.sampled_from((k, len(embeddings))))


@draws("nearest", case="ties")
def tied_searches(draw, distinct):
    v, d = draw(st.integers(17, 24)), draw(st.integers(2, 4))
    # Along one direction all rows are equally long, so that an epsilon, which is wrong elsewhere, is not wrong here.
    directions = draw(st.lists(st.integers(0, 2 * d - 1), min_size=v, max_size=v))
    embeddings = axis_rows(draw, d)[directions]
    for place in draw(st.lists(st.integers(0, v - 1), max_size=4)):
        embeddings[place] = 0
    steps = draw(st.permutations((1, 3, 7, 20)))[:d]
    signs = 2 * np.array(draw(st.lists(st.booleans(), min_size=d, max_size=d))) - 1
    queries = (np.zeros(d), axis_row(draw, d), axis_row(draw, d), signs * steps / 2, signs * steps / 2)
    return embeddings, draw(st.sampled_from(queries)), draw(st.integers(2, v))


def one_or_all(embeddings, k):
    return k in (1, len(embeddings))


def query_among_rows(embeddings, query):
    return (embeddings == query).all(axis=1).any()


def a_zero_row(embeddings):
    return not embeddings.any(axis=1).all()


def close_cosines(embeddings, query):
    return EXACT < smallest_gap(cosines(embeddings, query)) <= APART


def tiny_vectors(embeddings, query):
    return tiny(embeddings) or tiny(query)


def ties(embeddings, query):
    return smallest_gap(cosines(embeddings, query)) <= EXACT


def factors(number):
    """Powers of two that change from one vector to the next."""
    return 2.0 ** (np.arange(number) % 3 - 1)


def lengths_of_vectors_do_not_matter(embeddings, query, k):
    found = yield call(embeddings, query, k)
    agree((yield call(embeddings * factors(len(embeddings))[:, np.newaxis], 4 * query, k)), found)


def neighbours_follow_the_rows(embeddings, query, k):
    found = yield call(embeddings, query, k)
    order = permutation(len(embeddings))
    moved = yield call(embeddings[order], query, k)
    agree([int(order[place]) for place in moved], found)


def fewer_neighbours_are_the_first_of_more(embeddings, query, k):
    if k + 1 == len(embeddings):
        return
    found = yield call(embeddings, query, k)
    more = yield call(embeddings, query, k + 1)
    agree(more[:-1], found)


# ---------------------------------------------------------------- analogy


def asked(embeddings, a, b, c):
    return embeddings[b] - embeddings[a] + embeddings[c]


def allowed(embeddings, a, b, c):
    """The cosines of the rows that may be the answer, the best first."""
    others = np.delete(embeddings, (a, b, c), axis=0)
    return -np.sort(-cosines(others, asked(embeddings, a, b, c)))


def lead(embeddings, a, b, c):
    """By how much the best answer is better than the next."""
    return -np.diff(np.append(allowed(embeddings, a, b, c), -np.inf))[0]


def steady(embeddings, a, b, c):
    """Whether rounding does not turn the sum of the three rows, and no candidate is parallel to it."""
    query, inputs = asked(embeddings, a, b, c), np.linalg.norm(embeddings[[a, b, c]], axis=1).max()
    candidates = np.delete(embeddings, (a, b, c), axis=0)
    return np.linalg.norm(query) > 0.01 * inputs and (askew(candidates, query) or not embeddings[:, 1:].any())


def solid(embeddings, a, b, c):
    """Whether one answer is clearly the best, and would be so after another sum too: no two candidates are parallel."""
    rows = np.delete(embeddings, (a, b, c), axis=0)
    parallel = sum((np.abs(cosines(rows, row)) > 1 - EXACT).sum() for row in rows)
    return steady(embeddings, a, b, c) and lead(embeddings, a, b, c) > APART and parallel <= len(rows)


def question(draw, distinct, parts=PARTS, least=4):
    """Embeddings, a, b, c; often the sum points at one of the three."""
    v, d = shape(draw, distinct, "v", "d", v=(least, 9), d=(2, 5))
    embeddings = vectors(draw, v, d, parts)
    a, b, c = draw(st.permutations(range(v)))[:3]
    bend(draw, embeddings, a, b, c)
    return embeddings, a, b, c


def bend(draw, embeddings, a, b, c):
    """Nothing; the sum may now be near to E[a], E[b] or E[c] itself."""
    noise = np.abs(embeddings[a]).max() * integers(draw, embeddings.shape[1], -300, 300) / 1000
    near = draw(st.sampled_from(("", "a", "b", "c")))
    if near == "a":
        embeddings[c] = 2 * embeddings[a] - embeddings[b] + noise
    elif near == "b":
        embeddings[c] = embeddings[a] + noise
    elif near == "c":
        embeddings[b] = embeddings[a] + noise
    embeddings[[a, b, c]] = np.round(embeddings[[a, b, c]], 3)


@draws("analogy")
@such(lambda *arguments: solid(*arguments) and allowed(*arguments)[0] > 0.01)
def questions(draw, distinct):
    return question(draw, distinct)


@draws("analogy", case="a_zero_candidate")
@such(solid)
def questions_with_a_zero_row(draw, distinct):
    """The zero row is the answer where all others point away."""
    embeddings, a, b, c = question(draw, distinct, least=5)
    if draw(st.booleans()):
        turn_away(embeddings, a, b, c)
    embeddings[draw(st.sampled_from([i for i in range(len(embeddings)) if i not in (a, b, c)]))] = 0
    return embeddings, a, b, c


@draws("analogy", case="nothing_similar")
@such(solid)
def questions_without_a_good_answer(draw, distinct):
    """All candidates point away, or the only one points exactly the other way."""
    if draw(st.booleans()):
        embeddings, a, b, c = question(draw, distinct)
        turn_away(embeddings, a, b, c)
        return embeddings, a, b, c
    a, b, c, last = draw(st.permutations(range(4)))
    axis = np.eye(draw(st.integers(2, 5)))[0]
    embeddings = np.zeros((4, len(axis)))
    for place in (a, b, c):
        embeddings[place] = draw(st.sampled_from((1.0, 2.0, 4.0, 7.0, -1.0, -3.0))) * axis
    embeddings[last] = -np.sign(asked(embeddings, a, b, c)[0]) * draw(st.sampled_from((0.5, 1.0, 2.0))) * axis
    return embeddings, a, b, c


def turn_away(embeddings, a, b, c):
    """Nothing; no candidate has a positive cosine any more."""
    wrong_way = cosines(embeddings, asked(embeddings, a, b, c)) > 0
    wrong_way[[a, b, c]] = False
    embeddings[wrong_way] = 0.0 - embeddings[wrong_way]


def candidates(draw, embeddings, a, b, c):
    """Two places of candidates."""
    return draw(st.permutations([i for i in range(len(embeddings)) if i not in (a, b, c)]))[:2]


@draws("analogy", case="close_answers")
@such(lambda *arguments: steady(*arguments) and close_answers(*arguments))
def close_questions(draw, distinct):
    embeddings, a, b, c = question(draw, distinct, PARTS[:2], least=5)
    query = asked(embeddings, a, b, c)
    one, other = candidates(draw, embeddings, a, b, c)
    embeddings[one] = np.round(query + np.abs(query).max() * integers(draw, len(query), -300, 300) / 1000, 3)
    close_pair(draw, embeddings, query, one, other)
    return embeddings, a, b, c


@draws("analogy", case="tiny_candidate")
@such(lambda *arguments: steady(*arguments) and lead(*arguments) > 5 * EXACT)
def tiny_questions(draw, distinct):
    """A tiny row beside one of nearly its direction that is not tiny; often a, b and c are tiny too."""
    embeddings, a, b, c = question(draw, distinct, least=5)
    if draw(st.booleans()):
        embeddings[[a, b, c]] = [tiny_row(draw, embeddings.shape[1]) for _ in "abc"]
    one, other = candidates(draw, embeddings, a, b, c)
    query = asked(embeddings, a, b, c)
    direction = np.rint(3 * query / (np.abs(query).max() or 1)) + integers(draw, len(query), -1, 1)
    embeddings[one] = direction / 1e9 if direction.any() else tiny_row(draw, len(query))
    tiny_pair(draw, embeddings, query, one, other)
    return embeddings, a, b, c


@draws("analogy", case="zero_sum")
def questions_about_zero(draw, distinct):
    """E[a] = E[b] + E[c] in whole numbers: all cosines are 0, whatever the order of the sum."""
    v, d = draw(st.integers(17, 20)), draw(st.integers(2, 4))
    embeddings = np.array([axis_row(draw, d) * 4 for _ in range(v)])
    a, b, c = draw(st.permutations(range(4)))[:3]
    embeddings[[b, c]] = [integers(draw, d, 1, 9), integers(draw, d, -9, 9)]
    embeddings[a] = embeddings[b] + embeddings[c]
    return embeddings, a, b, c


# Orders of candidates in which sorting algorithms that are not stable miss the first of the best: t is the best
# direction, s the next, n the worst; at * stand a, b and c.
UNSTABLE = (
    "sn*nnn*n*tnnttssn",
    "*nsntntts*sn*ssnt",
    "**snsnss*ttnsntsn",
    "nsnntt*snstn*sns*t",
    "snsststnnnn***sttn",
    "snttnssts**ssnsts*",
    "sstt*s*tssnnns*ssst",
    "nnsntt*s**sssnntnts",
    "*nnsnssstn*tssst*st",
    "ss*nnnsntt*ssnstnst*",
    "snsss*sntstnnnt*sn*s",
    "nnsnns*nsnnn*n*nttst",
)


@draws("analogy", case="tied_answers")
@such(lambda *arguments: tied_answers(*arguments) and allowed(*arguments)[0] > 0)
def tied_questions(draw, distinct):
    """No two directions are equally near: each computation would round their equal scores in its own way."""
    order = draw(st.sampled_from(UNSTABLE))
    best, next_best, *_ = draw(st.permutations(list(np.eye(draw(st.integers(2, 3))))))
    directions = {"t": best, "s": next_best, "n": -best, "*": 0 * best}
    lengths = {letter: draw(st.sampled_from((1.0, 2.0, 0.5, 4.0))) for letter in "tsn*"}
    embeddings = np.array([lengths[letter] * directions[letter] for letter in order])
    a, b, c = draw(st.permutations([place for place, letter in enumerate(order) if letter == "*"]))
    embeddings[a], embeddings[b] = -best, 2 * next_best
    embeddings[c] = draw(st.sampled_from((2.0, 4.0, 8.0))) * best
    return draw(st.sampled_from((1.0, -1.0))) * embeddings + 0.0, a, b, c  # a zero has no sign


def a_zero_candidate(embeddings, a, b, c):
    return not np.delete(embeddings, (a, b, c), axis=0).any(axis=1).all()


def nothing_similar(embeddings, a, b, c):
    return allowed(embeddings, a, b, c)[0] < 0


def close_answers(embeddings, a, b, c):
    return EXACT < lead(embeddings, a, b, c) <= APART


def tiny_candidate(embeddings, a, b, c):
    return tiny(np.delete(embeddings, (a, b, c), axis=0)) or tiny(asked(embeddings, a, b, c))


def zero_sum(embeddings, a, b, c):
    return not asked(embeddings, a, b, c).any()


def tied_answers(embeddings, a, b, c):
    return lead(embeddings, a, b, c) <= EXACT and not zero_sum(embeddings, a, b, c)


def b_and_c_may_change_places(embeddings, a, b, c):
    answer = yield call(embeddings, a, b, c)
    agree((yield call(embeddings, a, c, b)), answer)


def the_answer_is_a_fourth_word(embeddings, a, b, c):
    answer = yield call(embeddings, a, b, c)
    require(answer not in (a, b, c), answer)


def lengths_of_candidates_do_not_matter(embeddings, a, b, c):
    answer = yield call(embeddings, a, b, c)
    scaled = embeddings * factors(len(embeddings))[:, np.newaxis]
    scaled[[a, b, c]] = embeddings[[a, b, c]]
    agree((yield call(scaled, a, b, c)), answer)


# ---------------------------------------------------------------- pairs of centre and context


def distinct_tokens(draw, low, high):
    return draw(st.permutations(WORDS))[: draw(st.integers(low, high))]


@draws("skipgram-pairs", "cbow-pairs")
def plain_texts(draw, distinct):
    window = draw(st.integers(1, 4))
    return distinct_tokens(draw, window + 2, 9), window


@draws("skipgram-pairs", "cbow-pairs", case="wide_window")
def short_texts(draw, distinct):
    tokens = distinct_tokens(draw, 2, 9)
    return tokens, len(tokens) - 1 + draw(st.integers(0, 4))


@draws("skipgram-pairs", "cbow-pairs", case="repeated_words")
def texts_with_repeats(draw, distinct):
    window = draw(st.integers(1, 3))
    words = WORDS[: draw(st.integers(2, 4))]
    if draw(st.integers(0, 2)) == 0:
        return 3 * draw(st.lists(st.sampled_from(words), min_size=2, max_size=3)), window
    return draw(st.lists(st.sampled_from(words), min_size=window + 2, max_size=8)), window


@draws("skipgram-pairs", "cbow-pairs", case="at_most_one_token")
def tiny_texts(draw, distinct):
    return distinct_tokens(draw, 0, 1), draw(st.integers(1, 5))


def wide_window(tokens, window):
    return window >= len(tokens) - 1


def repeated_words(tokens):
    return len(set(tokens)) < len(tokens)


def at_most_one_token(tokens):
    return len(tokens) < 2


def pairs_go_both_ways(tokens, window):
    found = yield call(tokens, window)
    require(sorted((b, a) for a, b in found) == sorted((a, b) for a, b in found), found)


def a_text_read_backwards_gives_its_pairs_backwards(tokens, window):
    found = yield call(tokens, window)
    agree((yield call(tokens[::-1], window)), found[::-1])


def every_place_is_a_centre(tokens, window):
    found = yield call(tokens, window)
    require([centre for _, centre in found] == tokens, found)


def contexts_read_backwards(tokens, window):
    found = yield call(tokens, window)
    agree((yield call(tokens[::-1], window)), [(context[::-1], centre) for context, centre in found[::-1]])


# ---------------------------------------------------------------- co-occurrence


def document_of(draw, words, window):
    """A document longer than the window in which no word stands within the window of itself."""
    found = []
    for word in draw(st.lists(st.sampled_from(words), min_size=window + 1, max_size=9)):
        if word not in found[-window:]:
            found.append(word)
    rest = [word for word in words if word not in found[-window:]]
    return found + rest[: max(0, window + 1 - len(found))]


def corpus(draw, distinct, narrowest=1):
    """Documents, a vocabulary and a window; some words of the vocabulary may be in no document."""
    window = draw(st.integers(narrowest, 3))
    vocabulary = draw(st.permutations(WORDS))[: draw(st.integers(2 * window + 1, 8))]
    return [document_of(draw, vocabulary, window) for _ in range(draw(st.integers(1, 4)))], vocabulary, window


@draws("cooccurrence")
def corpora(draw, distinct):
    return corpus(draw, distinct)


@draws("cooccurrence", case="word_beside_itself")
def corpora_with_repeats(draw, distinct):
    documents, vocabulary, window = corpus(draw, distinct)
    for document in documents[: draw(st.integers(1, len(documents)))]:
        place = draw(st.integers(0, len(document) - 1))
        document.insert(min(len(document), place + draw(st.integers(1, window))), document[place])
    return documents, vocabulary, window


@draws("cooccurrence", case="short_document")
def corpora_of_short_documents(draw, distinct):
    documents, vocabulary, _ = corpus(draw, distinct)
    window = draw(st.integers(1, 6))
    short = draw(st.permutations(vocabulary))[: draw(st.integers(1, min(window, len(vocabulary))))]
    return [*documents[1:], short, *documents[:1]], vocabulary, window


@draws("cooccurrence", case="words_outside")
def corpora_with_unknown_words(draw, distinct):
    """Unknown words stand between known ones; the vocabulary may hold few words of the documents, even one."""
    documents, vocabulary, window = corpus(draw, distinct, draw(st.integers(1, 2)))
    if draw(st.integers(0, 3)) == 0:
        return documents, vocabulary[: draw(st.integers(1, len(vocabulary) - 1))], window
    for document in documents[: draw(st.integers(1, len(documents)))]:
        for word in ("зебра", "xyz")[: draw(st.integers(1, 2))]:
            document.insert(draw(st.integers(1, len(document) - 1)), word)
    return documents, vocabulary, window


@draws("cooccurrence", case="an_empty_document")
def corpora_with_gaps(draw, distinct):
    documents, vocabulary, window = corpus(draw, distinct)
    if draw(st.integers(0, 3)) == 0:
        return [], vocabulary, window
    documents.insert(draw(st.integers(0, len(documents) - 1)), [])
    return documents, vocabulary, window


def word_beside_itself(documents, window):
    return any(word in text[max(0, i - window) : i] for text in documents for i, word in enumerate(text))


def short_document(documents, window):
    return any(len(document) <= window for document in documents)


def words_outside(documents, vocabulary):
    return any(word not in vocabulary for document in documents for word in document)


def an_empty_document(documents):
    return not documents or [] in documents


def the_table_is_symmetric(documents, vocabulary, window):
    table = yield call(documents, vocabulary, window)
    agree(table, table.T)


def tables_of_documents_add_up(documents, vocabulary, window):
    table = yield call(documents, vocabulary, window)
    total = np.zeros_like(table)
    for document in documents:
        total = total + (yield call([document], vocabulary, window))
    agree(table, total)


def rows_and_columns_follow_the_vocabulary(documents, vocabulary, window):
    table = yield call(documents, vocabulary, window)
    agree((yield call(documents, vocabulary[::-1], window)), table[::-1, ::-1])


# ---------------------------------------------------------------- character n-grams

LETTERS = "абвгежкост"
LATIN = "acdehnorst"


def word_of(draw, low, high):
    """A word without repeated letters, so that no n-gram stands in it twice."""
    letters = draw(st.sampled_from((LETTERS, LATIN)))
    return "".join(draw(st.permutations(letters))[: draw(st.integers(low, high))])


def within(draw, length):
    """Bounds that differ, both below the length of the word with its brackets."""
    n_max = draw(st.integers(3, length + 1))
    return draw(st.integers(2, n_max - 1)), n_max


@draws("character-ngrams")
def plain_words(draw, distinct):
    word = word_of(draw, 2, 8)
    return word, *within(draw, len(word))


@draws("character-ngrams", case="one_length")
def words_for_one_length(draw, distinct):
    word = word_of(draw, 2, 8)
    n = draw(st.integers(2, len(word) + 1))
    return word, n, n


@draws("character-ngrams", case="capital_letters")
def words_with_capitals(draw, distinct):
    word = word_of(draw, 2, 7)
    return draw(st.sampled_from((word.capitalize(), word.upper()))), *within(draw, len(word))


@draws("character-ngrams", case="repeated_ngrams")
def words_with_repeats(draw, distinct):
    word = word_of(draw, 2, 3) * draw(st.integers(2, 3)) + draw(st.sampled_from(("", "а", "o")))
    return word, 2, draw(st.integers(3, len(word) + 1))


@draws("character-ngrams", case="whole_word")
def words_in_range(draw, distinct):
    word = word_of(draw, 1, 6)
    n_min = draw(st.integers(2, len(word) + 2))
    return word, n_min, len(word) + 2 + draw(st.integers(0, 3))


@draws("character-ngrams", case="short_word")
def words_too_short(draw, distinct):
    word = word_of(draw, 1, 4)
    n_min = len(word) + 3 + draw(st.integers(0, 2))
    return word, n_min, n_min + draw(st.integers(0, 3))


def one_length(n_min, n_max):
    return n_min == n_max


def capital_letters(word):
    return word != word.lower()


def repeated_ngrams(word, n_min):
    marked = f"<{word}>"
    runs = [marked[i : i + n_min] for i in range(len(marked) - n_min + 1)]
    return len(set(runs)) < len(runs)


def whole_word(word, n_min, n_max):
    return n_min <= len(word) + 2 <= n_max


def short_word(word, n_min):
    return n_min > len(word) + 2


def number_of_ngrams(word, n_min, n_max):
    found = yield call(word, n_min, n_max)
    require(len(found) == sum(len(word) + 3 - n for n in range(n_min, n_max + 1)), found)


def a_word_read_backwards_gives_its_ngrams_backwards(word, n_min, n_max):
    mirror = str.maketrans("<>", "><")
    found = yield call(word, n_min, n_max)
    turned = yield call(word[::-1], n_min, n_max)
    require(sorted(found) == sorted(run[::-1].translate(mirror) for run in turned), turned)


def longer_ngrams_go_to_the_end(word, n_min, n_max):
    if n_max - n_min < 2:
        return
    found = yield call(word, n_min, n_max)
    fewer = yield call(word, n_min, n_max - 1)
    agree(found[: len(fewer)], fewer)


# ---------------------------------------------------------------- word pieces

RUSSIAN = ("эмбеддинг", "котик", "переносить", "молоко", "барабан", "слово", "предобучение", "токенизация")
LONG = (*RUSSIAN, "embedding", "unaffable", "representation", "tokenization", "tokens", "banana", "as")
UNKNOWN = ("[UNK]", "<unk>", "?", "нет")


def greedy(word, vocabulary):
    """The pieces, or None when nothing fits somewhere."""
    found, start = [], 0
    while start < len(word):
        mark = "##" if start else ""
        ends = [end for end in range(start + 1, len(word) + 1) if mark + word[start:end] in vocabulary]
        if not ends:
            return None
        found.append(mark + word[start : ends[-1]])
        start = ends[-1]
    return found


def can_be_split(word, vocabulary):
    reached = {0}
    for start in range(len(word)):
        if start in reached:
            mark = "##" if start else ""
            reached |= {e for e in range(start + 1, len(word) + 1) if mark + word[start:e] in vocabulary}
    return len(word) in reached


def cut(draw, word):
    """The word's pieces without marks, two or more."""
    most = len(word) - 1
    places = sorted(draw(st.sets(st.integers(1, most), min_size=1, max_size=min(most, 4))))
    return [word[i:j] for i, j in zip([0, *places], [*places, len(word)], strict=True)]


def marked(parts):
    return [part if n == 0 else f"##{part}" for n, part in enumerate(parts)]


def decoys(draw, word):
    """Other runs of letters of the word: as first pieces, as later pieces, with and without their marks."""
    found = []
    for _ in range(draw(st.integers(2, 8))):
        start = draw(st.integers(0, len(word) - 1))
        run = word[start : draw(st.integers(start + 1, len(word)))]
        found.append(run if draw(st.booleans()) else f"##{run}")
    return found


def around_a_word(draw, pieces, word, unknown, without=()):
    """The arguments with these pieces and decoys in any order."""
    known = [unknown] if draw(st.booleans()) else []
    found = dict.fromkeys([*pieces, *decoys(draw, word), draw(st.sampled_from(WORDS)), *known])
    vocabulary = draw(st.permutations([piece for piece in found if piece not in without]))
    return word, vocabulary, unknown


def splitting(draw, word):
    return around_a_word(draw, marked(cut(draw, word)), word, draw(st.sampled_from(UNKNOWN)), without=(word,))


def costly_greed(draw, word):
    """Two pieces make the word, but a longer first piece fits and leaves a rest that takes two more."""
    end = draw(st.integers(1, len(word) - 3))
    trap = draw(st.integers(end + 1, len(word) - 2))
    pieces = [word[:end], f"##{word[end:]}", word[:trap], *(f"##{part}" for part in cut(draw, word[trap:]))]
    return around_a_word(draw, pieces, word, draw(st.sampled_from(UNKNOWN)), without=(word,))


@draws("wordpiece")
@such(lambda word, vocabulary, unknown: greedy(word, vocabulary))
def known_words(draw, distinct):
    word = draw(st.sampled_from(LONG))
    return costly_greed(draw, word) if len(word) > 4 and draw(st.integers(0, 3)) == 0 else splitting(draw, word)


@draws("wordpiece", case="in_the_vocabulary")
def words_as_they_are(draw, distinct):
    word = draw(st.sampled_from((*LONG, "я", "a", "в", "i")))
    pieces = [word] if len(word) == 1 else [word, *marked(cut(draw, word))]
    return around_a_word(draw, pieces, word, draw(st.sampled_from(UNKNOWN)))


@draws("wordpiece", case="capitals")
def capital_words(draw, distinct):
    word = draw(st.sampled_from(LONG))
    loud = draw(st.sampled_from((word.capitalize(), word.upper())))
    if draw(st.booleans()):
        return splitting(draw, loud)
    _, vocabulary, unknown = splitting(draw, word)
    return loud, [*vocabulary, *draw(st.sampled_from(([], [word])))], unknown


@draws("wordpiece", case="a_piece_is_lacking")
def unknown_words(draw, distinct):
    """Without one of the pieces, but mostly with the mark in the wrong place."""
    word = draw(st.sampled_from(LONG))
    pieces = marked(cut(draw, word))
    lost = draw(st.sampled_from(pieces))
    other = lost.removeprefix("##") if lost.startswith("##") else f"##{lost}"
    pieces = [piece for piece in pieces if piece != lost] + [other]
    return around_a_word(draw, pieces, word, draw(st.sampled_from(UNKNOWN)), without=(word, lost))


@draws("wordpiece", case="greed_leads_astray")
@such(lambda word, vocabulary, unknown: greedy(word, vocabulary) is None)
def misleading_words(draw, distinct):
    """A longer first or second piece fits, and then nothing does."""
    word = draw(st.sampled_from([word for word in LONG if len(word) > 2]))
    parts = cut(draw, word)
    place = draw(st.integers(0, len(parts) - 2))
    start, end = len("".join(parts[:place])), len("".join(parts[: place + 1]))
    trap = word[start : draw(st.integers(end + 1, max(end + 1, len(word) - 1)))]
    pieces = [*marked(parts), f"##{trap}" if place else trap]
    return around_a_word(draw, pieces, word, draw(st.sampled_from(UNKNOWN)), without=(word,))


@draws("wordpiece", case="no_letters")
def empty_words(draw, distinct):
    word = draw(st.sampled_from(LONG))
    _, vocabulary, unknown = splitting(draw, word)
    return "", vocabulary[: draw(st.integers(0, len(vocabulary)))], unknown


def in_the_vocabulary(word, vocabulary):
    return word in vocabulary


def capitals(word):
    return word != word.lower()


def a_piece_is_lacking(word, vocabulary):
    return greedy(word, vocabulary) is None and not can_be_split(word, vocabulary)


def greed_leads_astray(word, vocabulary):
    return greedy(word, vocabulary) is None and can_be_split(word, vocabulary)


def no_letters(word):
    return not word


def pieces_without_marks_make_the_word(word, vocabulary, unknown):
    found = yield call(word, vocabulary, unknown)
    require("".join(piece if n == 0 else piece[2:] for n, piece in enumerate(found)) == word, found)


def every_piece_is_in_the_vocabulary(word, vocabulary, unknown):
    found = yield call(word, vocabulary, unknown)
    require(all(piece in vocabulary for piece in found), found)


def order_of_the_vocabulary_does_not_matter(word, vocabulary, unknown):
    found = yield call(word, vocabulary, unknown)
    agree((yield call(word, sorted(vocabulary, key=len), unknown)), found)
    agree((yield call(word, vocabulary[::-1], unknown)), found)


def unused_pieces_do_not_matter(word, vocabulary, unknown):
    found = yield call(word, vocabulary, unknown)
    agree((yield call(word, [piece for piece in vocabulary if piece in found], unknown)), found)


# ---------------------------------------------------------------- gradients of a table


def lookup(draw, distinct, last=True, **bounds):
    """dE, ids and a size; `last` says whether the last row of the table is used."""
    bounds = {"n": (3, 7), "d": (2, 5), "size": (3, 6)} | bounds
    n, d, size = shape(draw, distinct or 1 in (low for low, _ in bounds.values()), "n", "d", "size", **bounds)
    ids = integers(draw, n, 0, size - 1 if last else size - 2)
    if last and ids.max() < size - 1:
        ids[draw(st.integers(0, n - 1))] = size - 1
    return draw(matrix(n, d)), ids, size


@draws("embedding-backward")
def lookups(draw, distinct):
    return lookup(draw, distinct)


@draws("embedding-backward", case="last_rows_unused")
def lookups_of_the_first_rows(draw, distinct):
    return lookup(draw, distinct, last=False)


@draws("embedding-backward", case="one_token_or_dimension")
def thin_lookups(draw, distinct):
    single = draw(st.sampled_from(("n", "d", "size")))
    return lookup(draw, True, **{single: (1, 1)})


def last_rows_unused(ids, size):
    return ids.max() < size - 1


def one_token_or_dimension(dE, size):
    return 1 in (*dE.shape, size)


def order_of_tokens_does_not_matter(dE, ids, size):
    gradient = yield call(dE, ids, size)
    order = permutation(len(ids))
    agree((yield call(dE[order], ids[order], size)), gradient)


def no_gradient_is_lost(dE, ids, size):
    gradient = yield call(dE, ids, size)
    agree(gradient.sum(axis=0), dE.sum(axis=0))


def the_loss_changes_as_the_gradient_says(dE, ids, size):
    """A change V of the table changes the loss by Σ dE · V[ids] and, to first order, by Σ dW · V."""
    gradient = yield call(dE, ids, size)
    change = np.cos(np.arange(size * dE.shape[1])).reshape(size, dE.shape[1])
    agree(float((gradient * change).sum()), float((dE * change[ids]).sum()))


# ---------------------------------------------------------------- pooling


def states(draw, distinct, kept, **bounds):
    """Hidden states and a mask with as many True as `kept(tokens)` draws."""
    tokens, d = shape(draw, distinct, "tokens", "d", **({"tokens": (3, 7), "d": (2, 6)} | bounds))
    mask = np.zeros(tokens, dtype=bool)
    mask[list(draw(st.permutations(range(tokens))))[: draw(kept(tokens))]] = True
    hidden = draw(matrix(tokens, d))
    if draw(st.booleans()):
        hidden[draw(st.integers(0, tokens - 1)), draw(st.integers(0, d - 1))] = 0
    return hidden, mask


@draws("mean-pool")
def some_states(draw, distinct):
    hidden, mask = states(draw, distinct, lambda tokens: st.integers(2, tokens))
    if draw(st.integers(0, 3)) == 3:
        hidden[np.argmax(mask)] = 0  # it counts all the same
    return hidden, mask


@draws("mean-pool", case="one_token_or_number")
def thin_states(draw, distinct):
    if draw(st.booleans()):
        return states(draw, distinct, lambda tokens: st.just(1), tokens=(1, 6))
    return states(draw, True, lambda tokens: st.integers(1, tokens), d=(1, 1))


@draws("mean-pool", case="no_token")
def states_without_tokens(draw, distinct):
    return states(draw, distinct, lambda tokens: st.just(0), tokens=(1, 6), d=(1, 6))


def one_token_or_number(hidden, mask):
    return mask.sum() == 1 or hidden.shape[1] == 1


def no_token(mask):
    return not mask.any()


def padding_changes_nothing(hidden, mask):
    pooled = yield call(hidden, mask)
    longer = np.vstack([hidden, 9 + hidden[:2]])
    agree((yield call(longer, np.append(mask, [False, False]))), pooled)


def states_outside_the_mask_change_nothing(hidden, mask):
    pooled = yield call(hidden, mask)
    agree((yield call(np.where(mask[:, np.newaxis], hidden, 5 - hidden), mask)), pooled)


def a_state_of_zeros_counts(hidden, mask):
    pooled = yield call(hidden, mask)
    longer = yield call(np.vstack([hidden, np.zeros(hidden.shape[1])]), np.append(mask, True))
    agree(longer * (mask.sum() + 1), pooled * mask.sum())


def order_of_states_does_not_matter(hidden, mask):
    pooled = yield call(hidden, mask)
    order = permutation(len(mask))
    agree((yield call(hidden[order], mask[order])), pooled)


def a_shift_of_all_states_shifts_the_mean(hidden, mask):
    pooled = yield call(hidden, mask)
    agree((yield call(hidden + 2, mask)), pooled + 2)
