"""The references of the topics corpus and bow against other ways to the same answer."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer

from grader.code import load_module
from grader.load import load_course

ROOT = Path(__file__).parent.parent
COURSE = load_course(ROOT)
corpus: ModuleType = load_module(COURSE, "solutions/corpus.py")
bow: ModuleType = load_module(COURSE, "solutions/bow.py")

LETTERS = "абвёЖЯabcXYZéß0159²½"
WORDS = st.text(LETTERS, min_size=1, max_size=5)
PROSE = st.text(LETTERS + " _-'.,«»—\n", max_size=40)
LINES = st.text("кот дом\t-", max_size=8)
BREAKS = st.sampled_from(("\n", "\r\n"))
TOKENS = st.lists(st.sampled_from(("кот", "Кот", "дом", "ёж", "еж", "cat")), max_size=8)
DOCUMENTS = st.lists(TOKENS, max_size=5)
FIELDS = st.text('кот ,"\n;', max_size=6) | st.just("a\r\nb")
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(str)


@st.composite
def written(draw: Callable[..., str], line: st.SearchStrategy[str] = LINES) -> str:
    """Lines with line ends of both kinds."""
    parts = draw(st.lists(st.tuples(line, BREAKS), max_size=8))  # type: ignore[arg-type]
    return "".join(map("".join, parts))


# ---------------------------------------------------------------- corpus


@given(st.lists(st.text(max_size=10)), st.sampled_from((None, 1, 4)), st.booleans())
def test_texts_survive_a_round_trip_through_json(texts: list[str], indent: int | None, ascii_only: bool) -> None:
    entries = [{"title": number, "text": text} for number, text in enumerate(texts)]
    stored = json.dumps({"size": len(texts), "documents": entries}, indent=indent, ensure_ascii=ascii_only)
    assert corpus.documents_from_json(stored) == texts


@pytest.mark.parametrize(
    "text",
    ["", "кот", "{", "{'documents': []}", '{"documents": []} кот', '{"documents": [],}']
    + ["[]", "null", '"documents"', "{}", '{"documents": {}}', '{"documents": "кот"}']
    + [f'{{"documents": [{entry}]}}' for entry in ('"text"', "null", "[]", "{}", '{"text": null}', '{"text": 3}')]
    + ['{"documents": [{"text": "кот"}, {"title": "дом"}]}'],
)
def test_what_is_no_corpus_raises_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"not JSON|expected an object") as found:
        corpus.documents_from_json(text)
    assert found.type is ValueError


@given(written(LINES | st.sampled_from(("--", " --", "--\t"))))
def test_markers_split_as_a_regular_expression_does(text: str) -> None:
    pieces = re.split(r"(?m)^[ \t]*--[ \t]*$", text.replace("\r\n", "\n"))
    assert corpus.split_on_marker(text, "--") == [piece.strip() for piece in pieces if piece.strip()]


@given(written())
def test_paragraphs_split_as_a_regular_expression_does(text: str) -> None:
    pieces = re.split(r"\n(?:[ \t]*\n)+", "\n" + text.replace("\r\n", "\n") + "\n\n")
    assert corpus.split_paragraphs(text) == [piece.strip() for piece in pieces if piece.strip()]


@given(written())
def test_no_document_is_empty_and_none_has_blanks_at_its_ends(text: str) -> None:
    for document in (*corpus.split_paragraphs(text), *corpus.split_on_marker(text, "кот")):
        assert document == document.strip() != ""


@given(st.data(), st.lists(WORDS, min_size=2, max_size=4, unique=True), st.sampled_from(("\n", "\r\n")))
def test_columns_survive_a_round_trip_through_csv(data: st.DataObject, header: list[str], end: str) -> None:
    rows = data.draw(st.lists(st.lists(FIELDS, min_size=len(header), max_size=len(header)), max_size=4))
    stored = io.StringIO(newline="")
    csv.writer(stored, lineterminator=end).writerows([header, *rows])
    for place, column in enumerate(header):
        assert corpus.documents_from_csv(stored.getvalue(), column) == [row[place] for row in rows]


@pytest.mark.parametrize("text", ["", "автор,текст", "автор,текст\n", "автор,текст\nАнна,кот", '"a,b",c\n1,2'])
def test_an_unknown_column_raises_key_error(text: str) -> None:
    with pytest.raises(KeyError) as found:
        corpus.documents_from_csv(text, "a")
    assert found.type is KeyError


@given(
    st.lists(st.fixed_dictionaries({}, optional={"author": WORDS | st.just(""), "date": DAYS, "text": WORDS})),
    st.none() | WORDS | st.just(""),
    st.none() | DAYS,
    st.none() | DAYS,
)
def test_selection_compares_dates_as_a_calendar_does(
    documents: list[dict[str, str]], author: str | None, since: str | None, until: str | None
) -> None:
    first = date.min if since is None else date.fromisoformat(since)
    last = date.max if until is None else date.fromisoformat(until)

    def chosen(document: dict[str, str]) -> bool:
        if author is not None and document.get("author") != author:
            return False
        if since is None and until is None:
            return True
        return "date" in document and first <= date.fromisoformat(document["date"]) <= last

    found = corpus.select_documents(documents, author=author, since=since, until=until)
    assert found == [document for document in documents if chosen(document)]


# ---------------------------------------------------------------- bow


@given(PROSE)
def test_tokens_are_those_of_a_regular_expression(text: str) -> None:
    assert bow.tokenize(text) == [run.lower() for run in re.findall(r"[^\W_]+", text)]


def test_isalnum_and_the_regular_expression_agree_on_all_of_unicode() -> None:
    letter = re.compile(r"[^\W_]")
    assert all(c.isalnum() == bool(letter.match(c)) for c in map(chr, range(sys.maxunicode + 1)))


@given(PROSE)
def test_lower_case_before_or_after_makes_no_difference(text: str) -> None:
    assert bow.tokenize(text) == re.findall(r"[^\W_]+", text.lower())


@given(DOCUMENTS)
def test_the_vocabulary_is_sorted_by_first_appearance(documents: list[list[str]]) -> None:
    tokens = [token for document in documents for token in document]
    assert bow.build_vocabulary(documents) == sorted(set(tokens), key=tokens.index)


@given(
    st.lists(TOKENS, min_size=1, max_size=5),
    st.permutations(("кот", "Кот", "еж", "cat", "снег")),
    st.integers(1, 5),
)
def test_counts_are_those_of_scikit_learn(documents: list[list[str]], words: list[str], size: int) -> None:
    vectorizer = CountVectorizer(analyzer=lambda document: document, vocabulary=words[:size])
    expected = vectorizer.transform(documents).toarray()
    found = bow.bag_of_words(documents, words[:size])
    assert found.dtype == np.int64
    np.testing.assert_array_equal(found, expected)


@given(st.lists(PROSE, min_size=1, max_size=4))
def test_the_whole_road_is_that_of_scikit_learn(texts: list[str]) -> None:
    documents = [bow.tokenize(text) for text in texts]
    vocabulary = bow.build_vocabulary(documents)
    if vocabulary:
        vectorizer = CountVectorizer(token_pattern=r"[^\W_]+", vocabulary=vocabulary)
        np.testing.assert_array_equal(bow.bag_of_words(documents, vocabulary), vectorizer.transform(texts).toarray())


@given(TOKENS, st.integers(1, 9))
def test_ngrams_are_shifted_copies_side_by_side(tokens: list[str], n: int) -> None:
    found = bow.ngrams(tokens, n)
    assert found == list(zip(*(tokens[shift:] for shift in range(n)), strict=False))
    assert sum(Counter(found).values()) == max(0, len(tokens) - n + 1)


@given(TOKENS, st.integers(-3, 0))
def test_ngrams_of_less_than_one_token_are_refused(tokens: list[str], n: int) -> None:
    with pytest.raises(ValueError, match=f"n={n}"):
        bow.ngrams(tokens, n)
