"""The references of tf-idf and search against scikit-learn and against plainer ways to say the same."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log, sqrt
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from sklearn.feature_extraction.text import TfidfTransformer, TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity
from sklearn.preprocessing import normalize

tfidf = SimpleNamespace(**run_path(str(Path(__file__).parent.parent / "solutions/tfidf.py")))

SHAPES = hnp.array_shapes(min_dims=2, max_dims=2, max_side=6)
COUNTS = hnp.arrays(np.int64, SHAPES, elements=st.integers(0, 4) | st.integers(0, 1000))
SIZES = st.floats(1e-9, 1e6)
NUMBERS = st.just(0.0) | SIZES | SIZES.map(lambda number: -number)
MATRICES = hnp.arrays(np.float64, SHAPES, elements=NUMBERS)
PAIRS = st.tuples(*[st.integers(1, 5)] * 3).flatmap(
    lambda size: st.tuples(
        hnp.arrays(np.float64, (size[0], size[2]), elements=NUMBERS),
        hnp.arrays(np.float64, (size[1], size[2]), elements=NUMBERS),
    )
)
WORDS = st.sampled_from(["кот", "пёс", "дом", "cat", "a"])
DOCUMENTS = st.lists(st.lists(WORDS, max_size=6), max_size=6)


def close(got: np.ndarray, expected: np.ndarray) -> None:
    assert got.shape == expected.shape
    np.testing.assert_allclose(got, expected, rtol=1e-12, atol=1e-14)


@given(COUNTS)
def test_term_frequencies_are_rows_over_their_l1_norm(counts: np.ndarray) -> None:
    close(tfidf.term_frequency(counts), normalize(counts.astype(float), norm="l1"))


@given(COUNTS)
def test_document_frequency_counts_documents_one_by_one(counts: np.ndarray) -> None:
    got = tfidf.document_frequency(counts)
    assert got.dtype == np.int64
    assert got.tolist() == [sum(c > 0 for c in column) for column in counts.T.tolist()]


@given(COUNTS.filter(lambda counts: counts.any(axis=0).all()))
def test_idf_is_one_less_than_that_of_scikit_learn_without_smoothing(counts: np.ndarray) -> None:
    oracle = TfidfTransformer(smooth_idf=False).fit(counts)
    close(tfidf.inverse_document_frequency(counts), oracle.idf_ - 1)


@given(COUNTS)
def test_idf_of_a_word_that_is_in_no_document_is_zero(counts: np.ndarray) -> None:
    assert (tfidf.inverse_document_frequency(counts)[~counts.any(axis=0)] == 0).all()


@given(COUNTS)
def test_smooth_idf_is_that_of_scikit_learn(counts: np.ndarray) -> None:
    close(tfidf.smooth_idf(counts), TfidfTransformer(smooth_idf=True).fit(counts).idf_)


@given(COUNTS)
def test_smooth_idf_is_idf_with_one_more_document_that_has_all_words(counts: np.ndarray) -> None:
    more = np.vstack([counts, np.ones_like(counts[:1])])
    close(tfidf.smooth_idf(counts), tfidf.inverse_document_frequency(more) + 1)


@given(COUNTS)
def test_tfidf_is_the_weight_said_word_by_word(counts: np.ndarray) -> None:
    expected = np.zeros(counts.shape)
    for d, t in zip(*np.nonzero(counts), strict=True):
        expected[d, t] = counts[d, t] / sum(counts[d]) * log(len(counts) / sum(counts[:, t] > 0))
    close(tfidf.tfidf(counts), expected)


@given(COUNTS.filter(lambda counts: counts.any(axis=0).all()))
def test_tfidf_is_what_scikit_learn_weighs_without_smoothing_less_its_one(counts: np.ndarray) -> None:
    shares = normalize(counts.astype(float), norm="l1")
    oracle = TfidfTransformer(smooth_idf=False, norm=None).fit(counts).transform(shares).toarray()
    np.testing.assert_allclose(tfidf.tfidf(counts), oracle - shares, rtol=1e-9, atol=1e-12)


@given(COUNTS)
def test_tfidf_smooth_is_the_default_of_scikit_learn(counts: np.ndarray) -> None:
    close(tfidf.tfidf_smooth(counts), TfidfTransformer().fit_transform(counts).toarray())


@given(MATRICES)
def test_l2_normalize_is_that_of_scikit_learn(matrix: np.ndarray) -> None:
    close(tfidf.l2_normalize(matrix), normalize(matrix, norm="l2"))


@given(PAIRS)
def test_cosine_similarity_is_that_of_scikit_learn(pair: tuple[np.ndarray, np.ndarray]) -> None:
    close(tfidf.cosine_similarity(*pair), cosine_similarity(*pair))


def scores(query: list[str], documents: list[list[str]]) -> list[float]:
    """Cosines of sparse vectors."""
    df = Counter(word for document in documents for word in set(document))

    def vector(words: list[str]) -> dict[str, float]:
        weights = {w: n * log(len(documents) / df[w]) for w, n in Counter(words).items() if w in df}
        length = sqrt(sum(weight**2 for weight in weights.values()))
        return {w: weight / length for w, weight in weights.items()} if length else {}

    asked = vector(query)
    return [sum(asked.get(w, 0.0) * weight for w, weight in vector(document).items()) for document in documents]


@given(st.lists(WORDS | st.just("nowhere"), max_size=4), DOCUMENTS)
def test_ranking_goes_by_falling_score_and_then_by_index(query: list[str], documents: list[list[str]]) -> None:
    order, score = tfidf.rank_documents(query, documents), scores(query, documents)
    assert sorted(order) == list(range(len(documents)))
    for before, after in pairwise(order):
        assert score[before] > score[after] - 1e-12
        assert before < after or score[before] != 0 or score[after] != 0


@given(st.lists(WORDS, max_size=4), DOCUMENTS.filter(lambda documents: any(documents)))
def test_ranking_is_what_scikit_learn_finds_without_smoothing(query: list[str], documents: list[list[str]]) -> None:
    words = sorted({word for document in documents for word in document})
    vectorizer = TfidfVectorizer(analyzer=lambda text: text, vocabulary=words, smooth_idf=False, norm=None)
    vectorizer.fit(documents)
    idf = vectorizer.idf_ - 1
    tables = [vectorizer.transform(texts).toarray() / vectorizer.idf_ * idf for texts in ([query], documents)]
    score = cosine_similarity(*tables)[0]
    order = tfidf.rank_documents(query, documents)
    assert all(score[one] > score[other] - 1e-9 for one, other in pairwise(order))


@pytest.mark.parametrize(("query", "order"), [(["кот"], [2, 1, 0]), ([], [0, 1, 2]), (["nowhere"], [0, 1, 2])])
def test_the_example_of_the_statement(query: list[str], order: list[int]) -> None:
    assert tfidf.rank_documents(query, [["пёс", "спит"], ["кот", "спит"], ["кот"]]) == order


def test_nothing_is_ranked_where_there_is_nothing() -> None:
    assert tfidf.rank_documents(["кот"], []) == []
    assert tfidf.rank_documents(["кот"], [[], []]) == [0, 1]
