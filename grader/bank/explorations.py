"""What the explorable pictures of the site must show.

`python -m grader.bank.explorations > tests/vectors/explore.json` writes it down. The pictures compute in the browser;
here the references compute the same, and the tests hold the two together.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np

from grader.code import load_module
from grader.directory import find_course
from grader.load import load_course
from grader.model import Course

Json = object
Rows = Sequence[Sequence[float]]

TURN = np.pi / 6  # of the recurrent matrix: sigma times a rotation, so that all its singular values are sigma

TEXTS = (
    ("Кот любит молоко", "Собака любит мясо"),
    ("the cat sat on the mat", "the dog sat on the log; the cat saw it"),
    ("Ёж, ёж и ещё раз ёж!", ""),
    ("snake_case 3.14 don't x² Ⅷ İstanbul ΣΑΣ", "3 14 don t"),
    ("", ""),
    ("слово", "слово"),
)
DECAYS = (*product((0.3, 0.9, 1.0, 1.5), (1, 30), (0.0, 0.4, 2.0), (0.5, 1.0)), (0.97, 50, 0.1, 0.99))
ATTENTIONS: tuple[tuple[Rows, Rows, Rows], ...] = (
    ([[1, 0], [0, 1]], [[1, 0], [0, 1], [1, 1]], [[1, 0], [0, 1], [2, 2]]),
    ([[0.5, -1.5], [2, 3]], [[-2, 0.25], [1e-3, 4], [0, 0]], [[1, -1], [0.1, 0.2], [-3, 7]]),
    ([[300, -300]], [[5, 5], [4, -4]], [[1, 2], [3, 4]]),
)


def explored(course: Course) -> Mapping[str, Json]:
    """Inputs and results of the three pictures."""
    return {
        "tfidf": [{"texts": texts, **weighed(course, texts)} for texts in TEXTS],
        "decay": [
            {"sigma": sigma, "steps": steps, "drive": drive, "forget": forget, **decayed(course, *given)}
            for given in DECAYS
            for sigma, steps, drive, forget in [given]
        ],
        "attention": [{"Q": Q, "K": K, "V": V, **attended(course, Q, K, V)} for Q, K, V in ATTENTIONS],
    }


def weighed(course: Course, texts: Sequence[str]) -> Mapping[str, Json]:
    """Counts, shares, rarities and weights of the words of some texts."""
    bow, tfidf = load_module(course, "solutions/bow.py"), load_module(course, "solutions/tfidf.py")
    documents = [bow.tokenize(text) for text in texts]
    vocabulary = bow.build_vocabulary(documents)
    counts = bow.bag_of_words(documents, vocabulary)
    return {
        "vocabulary": vocabulary,
        "counts": counts.tolist(),
        "tf": tfidf.term_frequency(counts).tolist(),
        "df": tfidf.document_frequency(counts).tolist(),
        "idf": tfidf.inverse_document_frequency(counts).tolist(),
        "weights": tfidf.tfidf(counts).tolist(),
    }


def decayed(course: Course, sigma: float, steps: int, drive: float, forget: float) -> Mapping[str, Json]:
    """How much reaches the last state from 0, 1, … steps back: in an RNN, at most, and along the cell of an LSTM."""
    rnn, gated = load_module(course, "solutions/rnn.py"), load_module(course, "solutions/gated.py")
    s = np.arange(1, steps + 1)
    x = drive * np.stack([np.cos(s), np.sin(2 * s)], axis=1)
    W_hh = sigma * np.array([[np.cos(TURN), -np.sin(TURN)], [np.sin(TURN), np.cos(TURN)]])
    H = rnn.rnn_forward(x[np.newaxis], np.zeros((1, 2)), np.eye(2), W_hh, np.zeros(2))[0]
    cell = gated.cell_gradient(np.full((steps + 1, 1), forget))[::-1, 0]
    return {
        "rnn": [1.0, *rnn.jacobian_norms(H, W_hh).tolist()],
        "bound": [sigma**n for n in range(steps + 1)],
        "lstm": cell.tolist(),
    }


def attended(course: Course, Q: Rows, K: Rows, V: Rows) -> Mapping[str, Json]:
    """Products, scaled scores, weights and answers of attention."""
    attention = load_module(course, "solutions/attention.py")
    queries, keys, values = (np.array(rows, dtype=float) for rows in (Q, K, V))
    return {
        "products": (queries @ keys.T).tolist(),
        "scores": attention.attention_scores(queries, keys).tolist(),
        "weights": attention.attention_weights(queries, keys).tolist(),
        "output": attention.scaled_dot_product_attention(queries, keys, values).tolist(),
    }


if __name__ == "__main__":
    print(json.dumps(explored(load_course(find_course(None))), ensure_ascii=False))
