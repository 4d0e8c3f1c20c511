"""The references of `embeddings` against PyTorch, scikit-learn and brute force over positions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from grader.code import load_module
from grader.load import load_course

ROOT = Path(__file__).parent.parent
SIZES = st.integers(1, 6)
SEEDS = st.integers(0, 2**32 - 1)  # values come from a generator: shapes are what Hypothesis varies and shrinks
TOKENS = st.lists(st.sampled_from("абвгд"), max_size=9)
WINDOWS = st.integers(1, 10)


@pytest.fixture(scope="module")
def embeddings() -> ModuleType:
    return load_module(load_course(ROOT), "solutions/embeddings.py")


@pytest.fixture(scope="module")
def pairwise() -> Any:
    from sklearn.metrics import pairwise

    return pairwise


# ---------------------------------------------------------------- one-hot, gradients, pooling


@settings(deadline=None)
@given(n=SIZES, size=SIZES, seed=SEEDS)
def test_one_hot_is_that_of_torch(embeddings: ModuleType, torch: Any, n: int, size: int, seed: int) -> None:
    ids = np.random.default_rng(seed).integers(0, size, n)
    expected = torch.nn.functional.one_hot(torch.tensor(ids), size)
    np.testing.assert_array_equal(embeddings.one_hot(ids, size), expected)


@given(size=SIZES, wrong=st.integers(-9, 9), place=st.integers(0, 3))
def test_one_hot_refuses_ids_from_outside(embeddings: ModuleType, size: int, wrong: int, place: int) -> None:
    assume(not 0 <= wrong < size)
    ids = np.zeros(4, dtype=np.int64)
    ids[place] = wrong
    with pytest.raises(ValueError, match="ids"):
        embeddings.one_hot(ids, size)


@settings(deadline=None)
@given(n=SIZES, d=SIZES, size=SIZES, seed=SEEDS)
def test_backward_is_autograd(embeddings: ModuleType, torch: Any, n: int, d: int, size: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    dE, ids = rng.normal(size=(n, d)), rng.integers(0, size, n)
    W = torch.zeros(size, d, dtype=torch.float64, requires_grad=True)
    torch.nn.functional.embedding(torch.tensor(ids), W).backward(torch.tensor(dE))
    np.testing.assert_allclose(embeddings.embedding_backward(dE, ids, size), W.grad, rtol=1e-12, atol=1e-14)


@settings(deadline=None)
@given(tokens=SIZES, d=SIZES, seed=SEEDS)
def test_mean_pool_is_a_masked_mean(embeddings: ModuleType, tokens: int, d: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    hidden, mask = rng.normal(size=(tokens, d)), rng.random(tokens) < 0.6
    pooled = embeddings.mean_pool(hidden, mask)
    masked = np.ma.masked_array(hidden, np.broadcast_to(~mask[:, None], hidden.shape))
    np.testing.assert_allclose(pooled, masked.mean(axis=0).filled(0.0), rtol=1e-12, atol=1e-14)


# ---------------------------------------------------------------- nearest and analogy


@st.composite
def spaces(draw: Any, least: int = 1) -> np.ndarray:
    v, d = draw(st.integers(least, 8)), draw(st.integers(2, 6))
    rng = np.random.default_rng(draw(SEEDS))
    rows = rng.normal(size=(v, d)) * 10.0 ** rng.integers(-9, 6, size=(v, 1))
    rows[rng.random(v) < 0.1] = 0
    return rows


@settings(deadline=None)
@given(rows=spaces(), data=st.data())
def test_nearest_is_the_order_of_scikit_learn(
    embeddings: ModuleType, pairwise: Any, rows: np.ndarray, data: st.DataObject
) -> None:
    query = np.random.default_rng(data.draw(SEEDS)).normal(size=rows.shape[1])
    k = data.draw(st.integers(1, len(rows)))
    cosines = pairwise.cosine_similarity(rows, query[None])[:, 0]
    expected = sorted(range(len(rows)), key=lambda i: -round(cosines[i], 12))
    assert embeddings.nearest(rows, query, k) == expected[:k]


@settings(deadline=None)
@given(rows=spaces(least=4), data=st.data())
def test_analogy_is_the_best_of_the_others_for_scikit_learn(
    embeddings: ModuleType, pairwise: Any, rows: np.ndarray, data: st.DataObject
) -> None:
    a, b, c = data.draw(st.permutations(range(len(rows))))[:3]
    query = rows[b] - rows[a] + rows[c]
    cosines = pairwise.cosine_similarity(rows, query[None])[:, 0].round(12)
    others = [i for i in range(len(rows)) if i not in (a, b, c)]
    assert embeddings.analogy(rows, a, b, c) == max(others, key=cosines.__getitem__)


@given(v=st.integers(17, 30), k=st.integers(1, 17))
def test_of_equal_cosines_the_lower_index_comes_first(embeddings: ModuleType, v: int, k: int) -> None:
    rows = np.zeros((v, 2))
    rows[:, 0] = 2.0 ** (np.arange(v) % 5)
    assert embeddings.nearest(rows, np.array([3.0, 4.0]), k) == list(range(k))
    assert embeddings.nearest(rows, np.zeros(2), k) == list(range(k))
    assert embeddings.analogy(rows, 0, 1, 3) == 2


# ---------------------------------------------------------------- pairs and counts


def near(tokens: list[str], window: int) -> list[tuple[int, int]]:
    places = range(len(tokens))
    return [(i, j) for i in places for j in places if 0 < abs(i - j) <= window]


@given(tokens=TOKENS, window=WINDOWS)
def test_skipgram_pairs_are_all_places_near_each_other(embeddings: ModuleType, tokens: list[str], window: int) -> None:
    assert embeddings.skipgram_pairs(tokens, window) == [(tokens[i], tokens[j]) for i, j in near(tokens, window)]


@given(tokens=TOKENS, window=WINDOWS)
def test_cbow_contexts_are_those_of_skipgram(embeddings: ModuleType, tokens: list[str], window: int) -> None:
    pairs = embeddings.cbow_pairs(tokens, window)
    spread = [(centre, word) for context, centre in pairs for word in context]
    assert spread == embeddings.skipgram_pairs(tokens, window)
    assert len(pairs) == (len(tokens) if len(tokens) > 1 else 0)


@given(documents=st.lists(TOKENS, max_size=4), known=st.integers(1, 5), window=WINDOWS)
def test_cooccurrence_counts_places(
    embeddings: ModuleType, documents: list[list[str]], known: int, window: int
) -> None:
    vocabulary = list("дгбав")[:known]
    counts = Counter((text[i], text[j]) for text in documents for i, j in near(text, window))
    expected = [[counts[one, other] for other in vocabulary] for one in vocabulary]
    np.testing.assert_array_equal(embeddings.cooccurrence(documents, vocabulary, window), expected)


# ---------------------------------------------------------------- pieces of words

SPELLED = st.text("абв", min_size=1, max_size=7)


@given(word=SPELLED, n_min=st.integers(2, 10), more=st.integers(0, 3))
def test_character_ngrams_are_substrings_by_length(embeddings: ModuleType, word: str, n_min: int, more: int) -> None:
    found = embeddings.character_ngrams(word, n_min, n_min + more)
    marked = f"<{word}>"
    every = [marked[i:j] for i in range(len(marked)) for j in range(i + 1, len(marked) + 1)]
    assert found == sorted((run for run in every if n_min <= len(run) <= n_min + more), key=len)


PIECES = st.text("абв", min_size=1, max_size=3)


@given(word=st.text("абв", max_size=7), first=st.lists(PIECES, max_size=8), later=st.lists(PIECES, max_size=8))
def test_wordpiece_takes_the_longest_prefix(
    embeddings: ModuleType, word: str, first: list[str], later: list[str]
) -> None:
    def split(rest: str, known: list[str], mark: str) -> list[str] | None:
        if not rest:
            return []
        piece = max(filter(rest.startswith, known), key=len, default=None)
        tail = None if piece is None else split(rest[len(piece) :], later, "##")
        return None if tail is None else [f"{mark}{piece}", *tail]

    expected = split(word, first, "")
    found = embeddings.wordpiece(word, first + [f"##{piece}" for piece in later], "?")
    assert found == (["?"] if expected is None else expected)


def test_wordpiece_is_that_of_bert(embeddings: ModuleType) -> None:
    vocabulary = ["[UNK]", "want", "##want", "##ed", "wa", "un", "runn", "##ing"]
    split = {word: embeddings.wordpiece(word, vocabulary, "[UNK]") for word in ("unwanted", "running", "unwantedX", "")}
    assert split["unwanted"] == ["un", "##want", "##ed"]
    assert split["running"] == ["runn", "##ing"]
    assert split["unwantedX"] == ["[UNK]"]
    assert split[""] == []
