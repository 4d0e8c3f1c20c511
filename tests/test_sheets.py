"""What a page of the site gets of a question."""

from __future__ import annotations

import pytest

from grader.bank.kinds import KINDS
from grader.bank.page import outside_formulas
from grader.bank.samples import SAMPLES
from grader.bank.sheets import sheet

LABELLED = "[{}]".format


def test_every_text_is_set_and_of_one_language() -> None:
    shown = sheet(SAMPLES["one-of-three"], "ru", LABELLED)
    assert shown["prompt"] == "[Вопрос]"
    assert shown["explain"] == "[Потому что]"
    assert shown["options"][1] == {"html": "[бэ]", "correct": True, "why": None}
    assert shown["options"][2]["why"] == "[ру-c]"


def test_a_number_carries_its_spans_and_how_it_is_shown() -> None:
    shown = sheet(SAMPLES["logarithm"], "ru", str)
    assert shown["shown"] == "0,405"
    assert [(round(one["low"], 6), round(one["high"], 6)) for one in shown["wrong"]] == [(0.175, 0.177), (2.0, 3.0)]
    assert sheet(SAMPLES["share"], "en", str)["shown"] == "40 %"
    assert sheet(SAMPLES["count"], "en", str)["shown"] == "−12"


def test_words_are_folded_with_their_inflections() -> None:
    shown = sheet(SAMPLES["idf"], "en", str)
    assert {"idf", "весом", "обратной документной частотой"} <= set(shown["accept"])
    assert shown["shown"] == "inverse document frequency"
    assert sheet(SAMPLES["exact-form"], "ru", str)["accept"] == ["дереве", "tree"]


def test_a_gap_becomes_an_element_and_latex_stays() -> None:
    question = SAMPLES["gaps-each"].model_copy(update={"text": SAMPLES["gaps-each"].prompt.model_copy(
        update={"ru": "$x_{1}$ и {1}, затем {2}"})})  # fmt: skip
    shown = sheet(question, "ru", lambda text: f"<p>{text}</p>")
    assert shown["html"] == '<p>$x_{1}$ и <span data-gap="1"></span>, затем <span data-gap="2"></span></p>'
    assert outside_formulas("a $b$ c $$d$$ e", str.upper) == "A $b$ C $$d$$ E"


def test_a_table_is_shown_as_it_is_asked() -> None:
    shown = sheet(SAMPLES["cells-each"], "ru", LABELLED)
    assert shown["columns"] == ["[раз]", "[два]"]
    assert shown["shown"] == [["0,000", "0,347"], ["0,693", "1,500"]]


def test_a_program_comes_line_by_line() -> None:
    shown = sheet(SAMPLES["faulty-line"], "en", str)
    assert shown["lines"] == ["def f(x):", "    y = x", "", "    return x * y"]
    assert shown["wrong"] == {"2": "en-fine"}
    assert "right" in shown["other"]


def test_a_question_of_an_exam_is_never_published() -> None:
    question = SAMPLES["idf"].model_copy(update={"visibility": "exam"})
    with pytest.raises(ValueError, match="exam"):
        sheet(question, "ru", str)


def test_a_generated_question_carries_its_variants() -> None:
    why = {"ru": "а", "en": "b"}
    plain = {"id": "drawn", "type": "generated", "difficulty": 2, "prompt": "{n}", "explain": "{n}", "arguments": ["n"],
             "draw": {"n": "integers(2, 9)"}, "reference": "tfidf:smooth_idf", "ask": {"type": "number"},
             "wrong": [{"value": "n", "why": why}]}  # fmt: skip
    variants = [SAMPLES["count"], SAMPLES["share"]]
    shown = sheet(KINDS["generated"].model_validate(plain), "ru", str, variants=variants)
    assert [one["id"] for one in shown["variants"]] == ["count", "share"]
    assert (shown["type"], shown["prompt"]) == ("generated", "Вопрос")
