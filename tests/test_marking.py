"""What answers of every type are worth, and what a learner is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.bank.answers import grade_answer, verdict
from grader.bank.key import key
from grader.bank.mark.any import mark
from grader.bank.marking import Marking
from grader.bank.reasons import REASONS
from grader.bank.samples import SAMPLES as BANK
from grader.bank.trials import distractors
from grader.model import LANGS, Lang, Text, Verdict
from grader.render.json import plain
from grader.words import say

NAMES = sorted(BANK)


def note(name: str, response: object) -> str:
    """The generic reason that the first part of an answer is told."""
    return mark(BANK[name], response).parts[0].note


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_the_key_is_right(name: str, lang: Lang) -> None:
    marking = mark(BANK[name], key(BANK[name], lang))
    assert marking.right
    assert marking.score == 1.0


@pytest.mark.parametrize("name", NAMES)
def test_a_distractor_is_wrong_and_told_its_reason(name: str) -> None:
    for response, why in distractors(BANK[name]):
        marking = mark(BANK[name], response)
        assert not marking.right
        assert marking.score < 1
        told = {part.why for part in marking.parts if not part.right}
        assert why is None or why in told, response


@pytest.mark.parametrize("response", [None, "", "  ", [], {}])
@pytest.mark.parametrize("name", NAMES)
def test_no_answer_scores_nothing(name: str, response: object) -> None:
    marking = mark(BANK[name], response)
    assert (marking.score, verdict(marking)) == (0.0, Verdict.MISSING)


@pytest.mark.parametrize(
    "response", [True, -1, 99, 1.5, "@", [99], [0, 0], ["a"], [None], {"x": "1"}, {"1": 3.5}, [[]]]
)
@pytest.mark.parametrize("name", NAMES)
def test_what_fits_no_question_is_an_answer_worth_nothing(name: str, response: object) -> None:
    assert mark(BANK[name], response).score == 0.0


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 6) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(["1", "2", "3", "0,1", "1,0"]), inner),
    max_leaves=8,
)


@settings(deadline=None)
@given(name=st.sampled_from(NAMES), response=JSON | st.lists(st.integers(0, 4), max_size=5) | st.permutations(range(4)))
def test_a_score_lies_between_0_and_1(name: str, response: object) -> None:
    marking = mark(BANK[name], response)
    assert 0.0 <= marking.score <= 1.0
    assert marking.right == (marking.score == 1.0)
    assert all(part.note == "" or part.note in REASONS for part in marking.parts)


@pytest.mark.parametrize(
    ("name", "response", "score"),
    [
        ("some-of-four-all", [0], 0.0),
        ("some-of-four-net", [0], 0.5),
        ("some-of-four-net", [0, 1], 0.0),
        ("some-of-four-net", [0, 1, 2], 0.5),
        ("some-of-four-net", [1, 3], 0.0),
        ("some-of-four-each", [0], 0.75),
        ("some-of-four-each", [1, 3], 0.0),
        ("steps-all", [1, 0, 2, 3], 0.0),
        ("steps-adjacent", [1, 0, 2, 3], 1 / 3),
        ("steps-adjacent", [2, 3, 0, 1], 2 / 3),
        ("steps-adjacent", [3, 2, 1, 0], 0.0),
        ("pairs-each", [0, 2, 1], 1 / 3),
        ("pairs-each", [0, None, 3], 1 / 3),
        ("pairs-each", [0, 0, 0], 1 / 3),
        ("pairs-all", [0, 2, 1], 0.0),
        ("gaps-each", {"1": "вектором", "2": "2,5"}, 2 / 3),
        ("gaps-all", {"1": "вектором", "2": "2,5"}, 0.0),
        ("cells-each", {"0,1": "ln(2)/2"}, 0.5),
        ("cells-all", {"0,1": "ln(2)/2", "1,0": "ln 2"}, 1.0),
        ("interview", [4], 3 / 8),
        ("interview", [0, 1, 2, 3, 4], 1.0),
    ],
)
def test_partial_credit(name: str, response: object, score: float) -> None:
    assert mark(BANK[name], response).score == pytest.approx(score, abs=1e-12)


@pytest.mark.parametrize(
    "typed", ["0,405", "0.405", ".405", "0,41−0,005", "ln(1,5)", "ln(3/2)", "0,4064", "≈0,405", "40,5 %"]
)
def test_a_number_has_many_notations(typed: str) -> None:
    assert mark(BANK["logarithm"], typed).right


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("logarithm", "-0,405", "sign"),
        ("logarithm", "4,05", "slip"),
        ("logarithm", "0,0405", "slip"),
        ("logarithm", "0,4", "precision"),
        ("logarithm", "0,41", "precision"),
        ("logarithm", "0,402", "precision"),
        ("logarithm", "0,7", ""),
        ("logarithm", "half", "unreadable"),
        ("share", "40", "percent"),
        ("share", "0,4 %", "percent"),
        ("count", "12", "sign"),
        ("count", "-12 %", "percent"),
        ("count", "-11", ""),
        ("shape-of-scores", "7×5", "swapped"),
        ("shape-of-scores", "(5, 7, 1)", "axes"),
        ("shape-of-scores", "5 by 7", "notation"),
        ("shape-of-scores", "(5, 7]", "notation"),
        ("shape-of-scores", "6, 7", ""),
        ("faulty-line", 1, "fine"),
        ("faulty-line", 3, "malformed"),
    ],
)
def test_a_slip_is_told_by_its_name(name: str, typed: object, told: str) -> None:
    assert not mark(BANK[name], typed).right
    assert note(name, typed) == told


@pytest.mark.parametrize("typed", ["(5, 7)", "5×7", "5 x 7", "5х7", "[5; 7]", " 5 , 7 ", "5 7", "(5,7,)", "５×７"])
def test_a_shape_has_many_notations(typed: str) -> None:
    assert mark(BANK["shape-of-scores"], typed).right


@pytest.mark.parametrize(
    "typed",
    ["IDF", "Обратной документной частоты", "«обратная  документная частота».", "inverse document frequency!", "веса"],
)
def test_words_are_folded_and_inflected(typed: str) -> None:
    assert mark(BANK["idf"], typed).right


def test_a_known_mistake_is_recognised_in_any_form() -> None:
    (part,) = mark(BANK["idf"], "Частоты документов").parts
    assert not part.right
    (part,) = mark(BANK["idf"], "частотой документа").parts
    assert part.why == Text("ру-df", "en-df")
    assert mark(BANK["exact-form"], "дерева").parts[0].why is None


def test_where_forms_are_the_point_only_the_form_counts() -> None:
    assert mark(BANK["exact-form"], "Дереве").right
    assert not mark(BANK["exact-form"], "дерево").right


def test_an_expression_must_be_computed_first() -> None:
    question = BANK["logarithm"].model_copy(update={"answer": "ln(1.5)"})
    with pytest.raises(ValueError, match=r"number='ln\(1.5\)'"):
        mark(question, "0,405")


# ---------------------------------------------------------------- reports


@settings(deadline=None)
@given(name=st.sampled_from(NAMES), response=st.lists(st.integers(0, 3), max_size=4) | st.sampled_from(["5", 2]))
def test_a_report_adds_up(name: str, response: object) -> None:
    report = grade_answer(BANK[name], response, "ru")
    (exercise,) = report.submissions[0].exercises
    total = sum(check.points - check.penalty for check in exercise.checks)
    assert exercise.score == pytest.approx(max(0.0, total))
    assert sum(check.max for check in exercise.checks) == pytest.approx(exercise.max)
    assert exercise.score == mark(BANK[name], response).score
    assert plain(report, "en")["submissions"][0]["score"] == exercise.score


def test_a_report_says_what_was_asked_for_and_why() -> None:
    (exercise,) = grade_answer(BANK["logarithm"], "0,176", "ru").submissions[0].exercises
    (check,) = exercise.checks
    assert exercise.verdict == Verdict.WRONG_ANSWER
    assert check.counterexample is not None
    assert (check.counterexample.expected, check.counterexample.got) == ("0,405", "0,176")
    assert say(check.why, "ru") == "ру-log10"
    assert say(exercise.why, "en") == "Because"


def test_a_report_names_the_rule_of_partial_credit() -> None:
    (exercise,) = grade_answer(BANK["some-of-four-net"], [0, 1, 2], "en").submissions[0].exercises
    assert [say(remark, "en") for remark in exercise.remarks] == [
        "Credit: every right option counts, every wrong one takes as much away."
    ]
    assert [(check.kind, check.points, check.penalty) for check in exercise.checks] == [
        ("case", 0.5, 0.0),
        ("condition", 0.0, 0.5),
        ("case", 0.5, 0.0),
        ("condition", 0.0, 0.0),
    ]
    assert exercise.checks[1].title == Text("q", "q")


def test_an_unreadable_number_is_told_what_is_accepted() -> None:
    (exercise,) = grade_answer(BANK["logarithm"], "1/0", "en").submissions[0].exercises
    told = say(exercise.checks[0].why, "en")
    assert told.startswith("This cannot be read as a number: it divides by zero. Numbers are written like 0.41")


def test_a_marking_without_parts_that_count_is_no_marking() -> None:
    assert Marking("one", ()).right
