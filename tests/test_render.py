"""Reports in every format, reviewed as user interface: the snapshots are what people read."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.model import (
    CheckReport,
    Counterexample,
    Diagnosis,
    ExerciseReport,
    Message,
    Report,
    SubmissionReport,
    Text,
    Verdict,
    message,
)
from grader.render import csv as as_csv
from grader.render import gradebook, text
from grader.render import json as as_json
from grader.report_io import report as from_plain
from grader.report_io import to_plain

SNAPSHOTS = Path(__file__).parent / "snapshots"

TITLES = {
    "term-frequency": Text("Частота термина в документе", "Term frequency"),
    "inverse-document-frequency": Text("Обратная документная частота", "Inverse document frequency"),
    "tfidf": Text("TF-IDF", "TF-IDF"),
    "ngrams": Text("N-граммы", "N-grams"),
}
ORDINARY = CheckReport("ordinary", "case", Text("Обычные корпуса", "Ordinary corpora"), "passed", 3.0, 3.0)
UNTOUCHED = CheckReport(
    "leaves_arguments_alone",
    "condition",
    Text("Аргументы остаются без изменений", "The arguments are left as they were"),
    "passed",
)
RIGHT = ExerciseReport("term-frequency", Verdict.ACCEPTED, 4.0, 4.0, "hw.py", cpu_seconds=0.0123, checks=(ORDINARY,))
PARTLY = ExerciseReport(
    "inverse-document-frequency",
    Verdict.PARTIAL,
    2.5,
    4.0,
    "hw.py",
    message("off by {error}, allowed {allowed}", error="0.3", allowed="1.0e-07"),
    0.02,
    (
        ORDINARY,
        CheckReport(
            "absent_terms",
            "case",
            Text("Слово, которого нет ни в одном документе", "A term that no document contains"),
            "failed",
            max=1.0,
            why=message("off by {error}, allowed {allowed}", error="0.3", allowed="1.0e-07"),
            error=0.3,
            allowed=1e-7,
            counterexample=Counterexample(
                "inverse_document_frequency(np.array([[1, 0], [1, 0]]))",
                "np.array([0., 0.])",
                "np.array([0., inf])",
                True,
            ),
        ),
        replace(UNTOUCHED, outcome="failed", penalty=0.5),
        replace(UNTOUCHED, name="same_twice", title=Text("Один вызов даёт один ответ", "One call gives one answer")),
    ),
    (
        Diagnosis(
            "divides_by_zero",
            Text("Для слова с df = 0 делится на ноль.", "A term with df = 0 is divided by zero."),
            "tfidf/tf-idf#idf",
        ),
    ),
    (message("raises {got}; {error} is what was asked for", got="ValueError", error="KeyError"),),
)
WRONG = ExerciseReport(
    "tfidf",
    Verdict.RUNTIME_ERROR,
    0.0,
    5.0,
    "hw.py",
    checks=(
        replace(
            ORDINARY,
            outcome="failed",
            points=0.0,
            why=message(
                "raised {error} at {where}: {text}",
                error="ZeroDivisionError",
                where="hw.py:12",
                text="division by zero",
            ),
            counterexample=Counterexample(
                "tfidf(np.array([[3, 1, 4, 1, 5, 9, 2, 6], [5, 3, 5, 8, 9, 7, 9, 3], [2, 3, 8, 4, 6, 2, 6, 4]]))",
                "np.array([[0.0411, 0., 0.], [0.2, 0.5, 0.]])",
                "raise ZeroDivisionError('division by zero')",
                False,
            ),
        ),
        CheckReport(
            "empty_documents",
            "case",
            Text("Пустой документ", "An empty document"),
            "not_run",
            max=2.0,
            why=message("counts once the first case passes"),
        ),
        replace(UNTOUCHED, outcome="not_run"),
    ),
)
MISSING = ExerciseReport("ngrams", Verdict.MISSING, 0.0, 2.0)
IVANOVA = SubmissionReport("ivanova", "ab" * 32, Verdict.PARTIAL, 6.5, 15.0, (RIGHT, PARTLY, WRONG, MISSING))
PERFECT = SubmissionReport("петров", "cd" * 32, Verdict.ACCEPTED, 4.0, 4.0, (RIGHT,))
REFUSED = SubmissionReport(
    "=cmd|' /C calc'!A0",
    "ef" * 32,
    Verdict.REFUSED,
    0.0,
    0.0,
    remarks=(message("{file} is {kind}, not a regular file", file="hw.py", kind=message("a symbolic link")),),
)
REPORT = Report(7, {"seccomp": "on", "landlock": "off"}, (IVANOVA, PERFECT, REFUSED), "week-1")
HOSTILE = "\x1b[31mred\x1b]0;title\x07 \u202eevil\u2066 \x9b2J [bold]markup[/] <script>&amp; \udc80 {0.__class__}"


def expect(name: str, got: str) -> None:
    path = SNAPSHOTS / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(got, encoding="utf-8")
    assert got == path.read_text(encoding="utf-8"), "see CONTRIBUTING.md: UPDATE_SNAPSHOTS=1 pytest, and read the diff"


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize(
    ("name", "render"),
    [
        ("student.{}.txt", text.render),
        ("gradebook.{}.txt", gradebook.render),
        ("report.{}.json", as_json.render),
        ("report.{}.csv", as_csv.render),
    ],
)
def test_snapshots(name, render, lang) -> None:  # type: ignore[no-untyped-def]
    expect(name.format(lang), render(REPORT, lang, TITLES))


def test_colour_changes_nothing_but_colour() -> None:
    coloured = text.render(REPORT, "ru", TITLES, color=True)
    assert "\x1b[" in coloured
    assert "\x1b[" not in text.render(REPORT, "ru", TITLES)


def test_narrow_terminals_lose_nothing() -> None:
    narrow = text.render(REPORT, "en", TITLES, width=40)
    assert max(map(len, narrow.splitlines())) <= 40
    assert "ZeroDivisionError" in "".join(line.strip() for line in narrow.splitlines())


def hostile_report(words: str) -> Report:
    shown = Counterexample(words, words, words, True)
    check = replace(ORDINARY, outcome="failed", why=message("{x}", x=words), counterexample=shown)
    exercise = replace(WRONG, file=words, checks=(check,), remarks=(message("{x}", x=words),), why=Message(words, ()))
    return replace(REPORT, submissions=(replace(IVANOVA, submission=words, exercises=(exercise,)),))


@settings(deadline=None, max_examples=40)
@given(st.one_of(st.just(HOSTILE), st.text(st.characters(codec=None), max_size=40)))
def test_nothing_a_student_writes_acts_on_a_terminal(words: str) -> None:
    report = hostile_report(words)
    for render in (text.render, gradebook.render, as_csv.render):
        assert all(char.isprintable() or char in "\n\u00a0\u202f" for char in render(report, "en"))
    plain = as_json.render(report, "en")
    plain.encode("utf-8")
    assert not set(plain) & {"\x1b", "\u202e", "\u2066", "\x9b", "\x07", "\u2028"}
    assert json.loads(plain)["submissions"][0]["submission"] == words


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_cells_are_no_formulas(start: str) -> None:
    report = replace(REPORT, submissions=(replace(REFUSED, submission=start + "1+1"),))
    rows = list(csv.reader(io.StringIO(as_csv.render(report, "ru"))))
    assert rows[1][0].startswith("'")
    assert rows[1][1:3] == ["0", "0"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("name", ["x;=1+1", "x,=1+1", "x\t=1+1", '";=1+1'])
def test_no_name_begins_a_cell_of_its_own(name: str, delimiter: str) -> None:
    report = replace(REPORT, submissions=(replace(REFUSED, submission=name),))
    table = as_csv.render(report, "ru")
    cells = [cell for row in csv.reader(io.StringIO(table), delimiter=delimiter) for cell in row]
    assert not [cell for cell in cells if cell.startswith("=")]


def test_numbers_json_cannot_hold_are_null() -> None:
    check = replace(ORDINARY, error=float("inf"), allowed=float("nan"))
    report = replace(REPORT, submissions=(replace(PERFECT, exercises=(replace(RIGHT, checks=(check,)),)),))
    shown = as_json.plain(report, "ru")["submissions"][0]["exercises"][0]["checks"][0]
    assert shown["error"] is None
    assert shown["allowed"] is None
    as_json.render(report, "ru")


# ---------------------------------------------------------------- round trip

strings = st.text(st.characters(codec=None), max_size=8)
numbers = st.floats(allow_nan=False) | st.integers()
texts = st.builds(Text, strings, strings)
messages = st.deferred(lambda: st.builds(Message, strings, st.dictionaries(strings, words, max_size=2).map(arguments)))
words = st.deferred(lambda: texts | messages | strings | numbers)


def arguments(given: dict[str, object]) -> tuple[tuple[str, object], ...]:
    return tuple(given.items())


checks = st.builds(
    CheckReport,
    strings,
    st.sampled_from(["case", "condition"]),
    texts,
    st.sampled_from(["passed", "failed", "not_run"]),
    why=st.none() | messages,
    error=st.none() | numbers,
    counterexample=st.none() | st.builds(Counterexample, strings, strings, strings, st.booleans()),
)
exercises = st.builds(
    ExerciseReport,
    strings,
    st.sampled_from(Verdict),
    numbers,
    numbers,
    why=st.none() | messages,
    checks=st.lists(checks, max_size=2).map(tuple),
    diagnosis=st.lists(st.builds(Diagnosis, strings, texts, strings), max_size=2).map(tuple),
    remarks=st.lists(messages, max_size=2).map(tuple),
)
submissions = st.builds(
    SubmissionReport,
    strings,
    strings,
    st.sampled_from(Verdict),
    numbers,
    numbers,
    st.lists(exercises, max_size=2).map(tuple),
    st.lists(messages, max_size=2).map(tuple),
)
reports = st.builds(
    Report,
    st.integers(),
    st.dictionaries(strings, strings),
    st.lists(submissions, max_size=2).map(tuple),
    st.none() | strings,
)


@settings(deadline=None, max_examples=100)
@given(reports)
def test_reports_survive_storage(report: Report) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(report)))) == report
