"""Words as they are compared, and the forms of Russian words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.bank.folding import fold
from grader.bank.inflect import forms


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ёлка", "елка"),
        ("е\u0308лка", "елка"),
        ("TF–IDF", "tf-idf"),
        ("TF−IDF", "tf-idf"),
        ("«мешок  слов».", "мешок слов"),
        ("“bag\u00a0of words”!", "bag of words"),
        ("soft\u00admax", "softmax"),
        ("ﬁne-tuning", "fine-tuning"),
        ("  что?  ", "что"),
        ("O'Reilly", "oreilly"),
        ("h₁", "h1"),
        ("ＢＥＲＴ", "bert"),
    ],
)
def test_what_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(deadline=None)
@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("частота", "частотой"),
        ("обратная документная частота", "обратной документной частотой"),
        ("мешок слов", "мешком слов"),
        ("вентиль забывания", "вентиля забывания"),
        ("скрытое состояние", "скрытых состояний"),
        ("затухающий градиент", "затухающие градиенты"),
        ("one-hot вектор", "one-hot вектором"),
        ("softmax-функция", "softmax-функцию"),
        ("стоп-слово", "стоп-слова"),
        ("затухать", "затухает"),
        ("Токенизация", "токенизацию"),
    ],
)
def test_forms_of_a_phrase(phrase: str, form: str) -> None:
    assert form in forms(phrase)
    assert phrase in forms(phrase)


@pytest.mark.parametrize(("phrase", "other"), [("двунаправленная", "двунаправил"), ("затухать", "затухающий")])
def test_another_part_of_speech_is_no_form(phrase: str, other: str) -> None:
    assert other not in forms(phrase)


@pytest.mark.parametrize("phrase", ["TF-IDF", "bag of words", "не меняется", "", "softmax", "d_k", "и"])
def test_what_has_no_forms_stays(phrase: str) -> None:
    assert forms(phrase) == (phrase,)


@settings(deadline=None)
@given(st.text(st.sampled_from("абвгдежзиклмнопрстуё -xyz"), max_size=20))
def test_any_phrase_has_itself_among_its_forms(phrase: str) -> None:
    assert phrase in forms(phrase)
