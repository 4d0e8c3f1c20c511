"""Inputs, cases and properties of the exercises about weights of terms and search with them."""

from collections import Counter
from itertools import combinations, islice
from math import log, sqrt

import numpy as np
from hypothesis import strategies as st

from grader.properties import agree, call, draws, require, sizes

# ---------------------------------------------------------------- tables of counts

TIMES = (1, 1, 2, 2, 3, 4, 7, 200, 256)
WITH_IDF = ("inverse-document-frequency", "smooth-idf", "tfidf", "tfidf-smooth")
PLAIN_IDF = ("inverse-document-frequency", "tfidf")


def shape(draw, distinct, *names, **bounds):
    """A size for each name; where they need not be distinct they are often equal, which hides a wrong axis."""
    chosen = sizes(draw, names, dict.fromkeys(names, (2, 6)) | bounds, distinct)
    if not distinct and draw(st.booleans()):
        return [max(chosen.values())] * len(names)
    return list(chosen.values())


def times(draw, size):
    """Positive counts."""
    return np.array(draw(st.lists(st.sampled_from(TIMES), min_size=size, max_size=size)), dtype=np.int64)


def table(draw, docs, terms, *, everywhere=False):
    """Counts without empty documents and unseen terms; no term is in all documents unless `everywhere` allows it."""
    full = 2**docs - 1
    holders = draw(st.lists(st.integers(1, full if everywhere else full - 1), min_size=terms, max_size=terms))
    for document in range(docs):
        if not any(mask >> document & 1 for mask in holders):
            fill(holders, 1 << document, None if everywhere else full)
    present = np.array([[mask >> document & 1 for mask in holders] for document in range(docs)])
    return present * times(draw, docs * terms).reshape(docs, terms)


def fill(holders, document, full):
    """Nothing; now some term is in the document."""
    for term, mask in enumerate(holders):
        if mask | document != full:
            holders[term] |= document
            return
    holders[0] = document  # the other terms are in all other documents, so these do not become empty


def insert(draw, array, axis, line):
    """The array with one more row or column somewhere."""
    return np.insert(array, draw(st.integers(0, array.shape[axis])), line, axis=axis)


@draws("term-frequency", "document-frequency", "smooth-idf", "tfidf-smooth")
def any_tables(draw, distinct):
    return (table(draw, *shape(draw, distinct, "docs", "terms"), everywhere=True),)


@draws(*PLAIN_IDF)
def tables(draw, distinct):
    return (table(draw, *shape(draw, distinct, "docs", "terms")),)


@draws("term-frequency", *WITH_IDF, case="an_empty_document")
def tables_with_an_empty_document(draw, distinct):
    docs, terms = shape(draw, distinct, "docs", "terms", docs=(3, 6))
    return (insert(draw, table(draw, docs - 1, terms), 0, 0),)


@draws("document-frequency", *WITH_IDF, case="an_unseen_term")
def tables_with_an_unseen_term(draw, distinct):
    docs, terms = shape(draw, distinct, "docs", "terms", terms=(3, 6))
    return (insert(draw, table(draw, docs, terms - 1), 1, 0),)


@draws(*PLAIN_IDF, case="a_term_everywhere")
def tables_with_a_term_everywhere(draw, distinct):
    docs, terms = shape(draw, distinct, "docs", "terms", terms=(3, 6))
    return (insert(draw, table(draw, docs, terms - 1), 1, times(draw, docs)),)


@draws("term-frequency", "document-frequency", *WITH_IDF, case="one_document_or_term")
def single_lines(draw, distinct):
    line = times(draw, draw(st.integers(1, 6)))
    return (line.reshape((1, -1) if draw(st.booleans()) else (-1, 1)),)


def an_empty_document(counts):
    return not counts.any(axis=1).all()


def an_unseen_term(counts):
    return not counts.any(axis=0).all()


def a_term_everywhere(counts):
    return counts.all(axis=0).any()


def one_document_or_term(counts):
    return 1 in counts.shape


# ---------------------------------------------------------------- rows of numbers

PARTS = (10**6, 10**6, 10**5, 1)  # of 1000: thousandths twice as often as hundredths and thousands


def row(draw, size):
    """Numbers of one magnitude, some of them zero; together not shorter than 0.5, so that only tiny rows are tiny."""
    parts = draw(st.sampled_from(PARTS))
    numbers = np.array(draw(st.lists(st.integers(-999, 999) | st.integers(-3, 3), min_size=size, max_size=size)))
    if np.linalg.norm(1000 * numbers / parts) < 0.5:
        numbers[draw(st.integers(0, size - 1))] = 750
    return 1000 * numbers / parts


def tiny_row(draw, size):
    """Billionths, not all of them zero."""
    numbers = np.array(draw(st.lists(st.integers(-3, 3), min_size=size, max_size=size)))
    if not numbers.any():
        numbers[draw(st.integers(0, size - 1))] = 1
    return numbers / 1e9


def rows(draw, number, size):
    return np.array([row(draw, size) for _ in range(number)])


@draws("l2-normalize")
def matrices(draw, distinct):
    return (rows(draw, *shape(draw, distinct, "docs", "terms")),)


@draws("l2-normalize", case="a_zero_row")
def matrices_with_a_zero_row(draw, distinct):
    docs, terms = shape(draw, distinct, "docs", "terms")
    return (insert(draw, rows(draw, docs - 1, terms), 0, 0),)


@draws("l2-normalize", case="tiny_rows")
def matrices_with_a_tiny_row(draw, distinct):
    docs, terms = shape(draw, distinct, "docs", "terms")
    return (insert(draw, rows(draw, docs - 1, terms), 0, tiny_row(draw, terms)),)


@draws("l2-normalize", case="one_row_or_column")
def single_rows(draw, distinct):
    size = draw(st.integers(1, 5))
    return (rows(draw, 1, size) if draw(st.booleans()) else rows(draw, size, 1),)


def a_zero_row(matrix):
    return not matrix.any(axis=1).all()


def tiny_rows(matrix):
    lengths = np.linalg.norm(matrix, axis=1)
    return ((lengths > 0) & (lengths < 1e-6)).any()


def one_row_or_column(matrix):
    return 1 in matrix.shape


@draws("cosine-similarity")
def two_matrices(draw, distinct):
    n, m, d = shape(draw, distinct, "n", "m", "d")
    return rows(draw, n, d), rows(draw, m, d)


def replaced(draw, arrays, line):
    """Two matrices with another row in one or in both of them."""
    which = draw(st.sampled_from(((0,), (1,), (0, 1))))
    for place in which:
        array = arrays[place]
        array[draw(st.integers(0, len(array) - 1))] = line(draw, array.shape[1])
    return arrays


@draws("cosine-similarity", case="a_zero_vector")
def two_matrices_with_a_zero_row(draw, distinct):
    return replaced(draw, two_matrices(draw, distinct), lambda draw, size: np.zeros(size))


@draws("cosine-similarity", case="tiny_vectors")
def two_matrices_with_tiny_rows(draw, distinct):
    return replaced(draw, two_matrices(draw, distinct), tiny_row)


@draws("cosine-similarity", case="one_vector_or_dimension")
def two_single_rows(draw, distinct):
    single = draw(st.sampled_from("nmd"))
    n, m, d = shape(draw, True, "n", "m", "d", **{single: (1, 1)})
    return rows(draw, n, d), rows(draw, m, d)


def a_zero_vector(a, b):
    return a_zero_row(a) or a_zero_row(b)


def tiny_vectors(a, b):
    return tiny_rows(a) or tiny_rows(b)


def one_vector_or_dimension(a, b):
    return 1 in (*a.shape, *b.shape)


# ---------------------------------------------------------------- queries and documents

INSIDE = ("кот", "дом", "ёж", "и", "я", "cat", "the", "a", "Кот")
BESIDE = ("слон", "ночь", "nlp")  # only in documents that miss
OUTSIDE = ("Дом", "зебра", "on")  # only in queries
APART = 1e-7
TRIES = 20


def document_frequency(documents):
    """Numbers of documents by word, in the order of the documents: that of a set is another one in every process."""
    return Counter(word for document in documents for word in dict.fromkeys(document))


def idf(documents, shift=0):
    df = document_frequency(documents)
    return {word: log((len(documents) + shift) / (df[word] + shift)) for word in df}


def vector(words, weights):
    return {word: number * weights[word] for word, number in Counter(words).items() if word in weights}


def length(vector):
    return sqrt(sum(weight * weight for weight in vector.values())) or 1.0


def scores(query, documents, asked=None, weights=None, cosine=True):
    """Cosines of the documents with the query (or products of shares with it); its weights may be other ones."""
    weights = weights or idf(documents)
    query, found = vector(query, asked or weights), []
    for document in documents:
        own = vector(document, weights)
        size = length(own) if cosine else len(document) or 1
        found.append(sum(query.get(word, 0) * own[word] for word in own) / length(query) / size)
    return found


def without_ties(query, documents, misses):
    """The documents but for those that score almost as an earlier one does; so many of those that score 0 stay.

    Nor do they tie where idf or the length is forgotten: rounding would decide, and hide which mistake it was.
    """
    ones = dict.fromkeys(idf(documents), 1)
    rivals = [{"asked": ones}, {"asked": ones, "weights": ones}, {"cosine": False}]
    others = [scores(query, documents, **rival) for rival in rivals]
    seen, zeros, kept = [(0.0, 0.0, 0.0, 0.0)], 0, []
    for document, *found in zip(documents, scores(query, documents), *others, strict=True):
        zeros += found[0] == 0
        if found[0] == 0 and zeros <= misses:
            kept.append(document)
        elif all(abs(one - other) > APART for earlier in seen for one, other in zip(found, earlier, strict=True)):
            seen.append(found)
            kept.append(document)
    # Among fewer documents the terms have other weights, so the scores are other ones too.
    return kept if len(kept) == len(documents) else without_ties(query, kept, misses)


def falling(found):
    return np.argsort(-np.asarray(found), kind="stable")


def with_one_more(documents, twins):
    """The documents with a twin that differs little in front, or with two of them in one behind."""
    if twins:
        common = document_frequency(documents).most_common(3)
        return ([document * 10 + [word], *documents] for document in documents for word, _ in common)
    return ([*documents, one + other] for one, other in combinations(documents, 2))


def telling(query, documents, twins):
    """The documents, if possible with one more, so that rounded scores or the nearest wrong idf change the order."""
    for more in islice(with_one_more(documents, twins), TRIES):
        more = without_ties(query, more, 1)
        wrong = idf([document for document in more if document]) if [] in more else idf(more, shift=1)
        right = scores(query, more)
        near = np.round(right, 4) if twins else scores(query, more, wrong, wrong)
        if (falling(near) != falling(right)).any():
            return more
    return documents


def clear(search):
    """Whether there are two documents or more, and every one that is not empty has a word that tells documents apart.

    Else rounding would decide which way a vector points that should be zero.
    """
    _, documents = search
    weights = idf(documents)
    return len(documents) > 1 and all(any(map(weights.get, words)) for words in documents if words)


def text(draw, vocabulary, length):
    """Words in one draw, so that they vary more than if they were drawn one by one."""
    size = len(vocabulary)
    number = draw(st.integers(0, size**length - 1))
    return [vocabulary[number // size**place % size] for place in range(length)]


@st.composite
def searches(draw, outside=0, empty=0):
    """A query and documents that score differently; so many words of the query are nowhere, so many documents empty."""
    vocabulary = draw(st.permutations(INSIDE))[: draw(st.integers(5, 7))]
    query = text(draw, vocabulary, draw(st.sampled_from((1, 3, 4, 5))))
    number = draw(st.sampled_from((2, 4, 9, 12, 14)))
    documents = [text(draw, vocabulary, draw(st.integers(1, 7))) for _ in range(number)]
    for _ in range(empty):
        documents.insert(draw(st.integers(0, number)), [])
    twins = not outside and not empty and draw(st.booleans())
    documents = telling(query, without_ties(query, documents, 1), twins)
    known = set().union(*documents)
    query = [word for word in query if word in known]
    for word in text(draw, OUTSIDE, outside):
        query.insert(draw(st.integers(0, len(query))), word)
    return query, documents


@st.composite
def searches_that_mostly_miss(draw):
    """A query and more than 16 documents, most of which or all of which have none of its words."""
    found = [text(draw, INSIDE[:4], draw(st.integers(1, 4))) for _ in range(3)]
    unknown = [OUTSIDE[0]]
    query = draw(st.sampled_from((*found, *found, [], unknown, unknown)))
    missed = [text(draw, BESIDE, draw(st.integers(1, 2))) for _ in range(20)]
    documents = draw(st.permutations([*found, *missed]))
    return query, without_ties(query, documents, len(documents))


@draws("rank-documents")
def plain_searches(draw, distinct):
    return draw(searches().filter(clear))


@draws("rank-documents", case="words_outside")
def searches_with_words_outside(draw, distinct):
    return draw(searches(outside=draw(st.integers(1, 3))).filter(clear))


@draws("rank-documents", case="an_empty_text")
def searches_with_an_empty_text(draw, distinct):
    return draw(searches(empty=1).filter(clear))


@draws("rank-documents", case="ties")
def searches_with_ties(draw, distinct):
    return draw(searches_that_mostly_miss().filter(clear))


@draws("rank-documents", case="one_text")
def searches_in_one_text(draw, distinct):
    """Every word is in all documents, so all weights are exactly zero."""
    words = text(draw, INSIDE, draw(st.integers(1, 4)))
    return words[: draw(st.integers(0, 4))], [words]


@draws("rank-documents", case="no_documents")
def searches_without_documents(draw, distinct):
    return text(draw, INSIDE, draw(st.integers(0, 3))), []


def words_outside(query, documents):
    return not set(query) <= set().union(*documents)


def an_empty_text(documents):
    return [] in documents


def one_text(documents):
    return len(documents) == 1


def ties(query, documents):
    return sum(set(query).isdisjoint(document) for document in documents) > 1


def no_documents(documents):
    return not documents


# ---------------------------------------------------------------- properties


def repeating_every_word_changes_nothing(counts):
    once = yield call(counts)
    agree((yield call(3 * counts)), once)


def shares_of_a_document_sum_to_one(counts):
    shares = yield call(counts)
    require(np.allclose(shares.sum(axis=1), 1), shares)


def a_second_copy_of_the_corpus_doubles_the_frequencies(counts):
    once = yield call(counts)
    agree((yield call(np.vstack([counts, counts]))), 2 * once)


def a_second_copy_of_the_corpus_changes_no_weight(counts):
    """Terms keep their weights, and so do documents in both copies."""
    once = yield call(counts)
    agree((yield call(np.vstack([counts, counts]))), once if once.ndim == 1 else np.vstack([once, once]))


def a_rarer_term_weighs_more(counts):
    weights = yield call(counts)
    df = (counts > 0).sum(axis=0)
    require((weights[:, np.newaxis] > weights)[df[:, np.newaxis] < df].all(), weights)


def no_term_weighs_less_than_one(counts):
    weights = yield call(counts)
    require((weights >= 0.999999).all(), weights)


def rows_have_length_one(counts):
    weights = yield call(counts)
    require(np.allclose(np.linalg.norm(weights, axis=1), 1), weights)


def every_row_gets_length_one(matrix):
    rows = yield call(matrix)
    require(np.allclose(np.linalg.norm(rows, axis=1), 1), rows)


def shrinking_a_row_changes_nothing(matrix):
    long = yield call(matrix)
    factors = 0.5 ** (np.arange(len(matrix)) % 3)
    agree((yield call(factors[:, np.newaxis] * matrix)), long)


def swapping_the_arguments_transposes_the_answer(a, b):
    straight = yield call(a, b)
    agree((yield call(b, a)), straight.T)


def shrinking_vectors_changes_no_cosine(a, b):
    long = yield call(a, b)
    agree((yield call(a / 2, b / 4)), long)


def a_vector_has_cosine_one_with_itself(a):
    cosines = yield call(a, a)
    require(np.allclose(np.diag(cosines), 1), cosines)


def every_document_stands_once(query, documents):
    order = yield call(query, documents)
    require(sorted(order) == list(range(len(documents))), order)


def repeating_a_document_changes_no_place(query, documents):
    once = yield call(query, documents)
    agree((yield call(query, [documents[0] * 3, *documents[1:]])), once)


def repeating_the_query_changes_no_place(query, documents):
    once = yield call(query, documents)
    agree((yield call(query * 3, documents)), once)
