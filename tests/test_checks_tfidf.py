"""What is drawn for the exercises of tf-idf and search keeps the promises of the statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.cache import cache_folder
from grader.calls import Example
from grader.code import checks
from grader.examples import Prepared
from grader.load import load_course
from grader.model import Course

Examples = Callable[[str], Iterator[Example]]
COUNTS = ("term-frequency", "document-frequency", "inverse-document-frequency", "smooth-idf", "tfidf", "tfidf-smooth")


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(Path(__file__).parent.parent, cache_folder())


@pytest.fixture(scope="module")
def examples(course: Course) -> Examples:
    return lambda id: iter(Prepared(course, course.exercises[id], 5).examples)


@pytest.mark.parametrize("id", COUNTS)
def test_counts_are_whole_numbers_from_zero(id: str, examples: Examples) -> None:
    for example in examples(id):
        (counts,) = example.args
        assert counts.dtype == np.int64
        assert counts.min() >= 0
        assert min(counts.shape) >= 1


@pytest.mark.parametrize("id", COUNTS)
def test_an_edge_case_has_no_other_edge(id: str, examples: Examples) -> None:
    for example in examples(id):
        (counts,) = example.args
        assert counts.any(axis=1).all() or example.case == "an_empty_document"
        assert counts.any(axis=0).all() or example.case == "an_unseen_term"
        assert min(counts.shape) > 1 or example.case == "one_document_or_term"


@pytest.mark.parametrize("id", ["l2-normalize", "cosine-similarity"])
def test_entries_are_zero_or_between_a_billionth_and_a_million(id: str, examples: Examples) -> None:
    for example in examples(id):
        for matrix in example.args:
            sizes = np.abs(matrix[matrix != 0])
            assert ((sizes >= 1e-9) & (sizes <= 1e6)).all()
            lengths = np.linalg.norm(matrix, axis=1)
            assert ((lengths == 0) | (lengths >= 0.5) | (example.case.startswith("tiny") & (lengths < 1e-7))).all()


@pytest.fixture(scope="module")
def scores(course: Course) -> Callable[..., list[float]]:
    found: Any = checks(course, "tfidf").scores
    return found


def test_scores_tie_only_where_they_are_zero_and_many(examples: Examples, scores: Callable[..., list[float]]) -> None:
    for example in examples("rank-documents"):
        found = scores(*example.args)
        for one, other in combinations(found, 2):
            assert abs(one - other) > 1e-9 or (one == other == 0 and example.case == "ties" and len(found) > 16)


def test_no_vector_is_zero_by_rounding_only(examples: Examples) -> None:
    """A document of nothing but words of all documents points wherever rounding says, unless ln 1 is all there is."""
    for example in examples("rank-documents"):
        _, documents = example.args
        everywhere = set(documents[0]).intersection(*documents) if len(documents) > 1 else set()
        assert not any(document and set(document) <= everywhere for document in documents)
