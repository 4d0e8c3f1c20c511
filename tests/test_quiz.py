"""Quizzes in the terminal: what is asked, how typed lines are understood, what is kept."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from grader.bank.answers import grade_answer
from grader.bank.expressions import Scope
from grader.bank.key import key
from grader.bank.load import load_bank
from grader.bank.mark.any import mark
from grader.bank.questions.cloze import Cloze, SingleGap
from grader.bank.questions.open import Open
from grader.bank.samples import SAMPLES
from grader.bank.session import Item, NotUnderstood, answer, items, prompts
from grader.bank.trials import distractors, partial
from grader.cli.run import run
from grader.diary import ANSWERS, add, entries
from grader.load import load_course
from grader.model import LANGS, Lang
from grader.render.quiz import asked, task, told, wrapped

ROOT = Path(__file__).parent.parent
SNAPSHOTS = Path(__file__).parent / "snapshots"
COURSE = load_course(ROOT)
LESSONS = list(load_bank(COURSE).lessons.values())
TFIDF = [lesson for lesson in LESSONS if lesson.topic == "tfidf"]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of one's own."""
    monkeypatch.setenv("ZACHETKA_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path / "data"


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """These lines are typed; then the input ends."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def typed(item: Item, lang: Lang) -> list[str]:
    """The lines that answer a question right."""
    question, right = item.question, key(item.question, lang)
    match question.type, right:
        case "single", int():
            return [str(item.order.index(right) + 1)]
        case "multiple" | "order" | "match", list():
            return [" ".join(str(item.order.index(one) + 1) for one in right)]
        case "open", list():
            return ["", " ".join(str(one + 1) for one in right)]
        case "cloze" | "table", dict():
            return [_gap(item, name, one) for name, one in right.items()]
    return [str(right)]


def _gap(item: Item, name: str, right: object) -> str:
    gap = item.question.gaps[name] if isinstance(item.question, Cloze) else None
    return str(int(str(right)) + 1) if isinstance(gap, SingleGap) else str(right)


def item(name: str) -> Item:
    """A sample, with its choices the other way round."""
    sizes = {"single": 3, "multiple": 4, "order": 4, "match": 4}
    return Item("a/b", name, SAMPLES[name], tuple(reversed(range(sizes.get(SAMPLES[name].type, 0)))))


# ---------------------------------------------------------------- what is asked


def test_a_seed_asks_the_same_questions() -> None:
    scope = Scope(COURSE)
    first = items(TFIDF, scope, 7, None, 6)
    assert first == items(TFIDF, scope, 7, None, 6)
    assert first != items(TFIDF, scope, 8, None, 6)
    assert len({one.declared for one in first}) == 6


def test_questions_of_exams_are_not_asked_and_open_ones_only_by_name() -> None:
    scope = Scope(COURSE)
    every = items(TFIDF, scope, 0, None, None)
    assert every
    assert all(one.question.visibility == "open" and one.question.type != "open" for one in every)
    assert {one.question.type for one in items(TFIDF, scope, 0, "open", None)} == {"open"}
    generated = {one.declared for one in items(TFIDF, scope, 0, "generated", None)}
    assert generated & {one.declared for one in items(TFIDF, scope, 0, "number", None)}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", SAMPLES)
def test_right_lines_are_understood_as_the_key(name: str, lang: Lang) -> None:
    one = item(name)
    lines = typed(one, lang)[isinstance(one.question, Open) :]
    given = {part: answer(one, part, line) for part, line in zip(prompts(one.question), lines, strict=True)}
    response = given.get("", given)
    assert mark(one.question, response).right
    assert asked(one, lang)
    assert all(task(one, part, lang) for part in prompts(one.question))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("one-of-three", "4"),
        ("one-of-three", "0"),
        ("one-of-three", "b"),
        ("one-of-three", "1 2"),
        ("some-of-four-net", "1 1"),
        ("some-of-four-net", "5"),
        ("some-of-four-net", ","),
        ("steps-all", "1 2 3"),
        ("steps-all", "1 2 3 3"),
        ("steps-all", "1 2 3 x"),
        ("pairs-each", "1 2"),
        ("pairs-each", "1 2 9"),
        ("faulty-line", "77"),
        ("faulty-line", "²"),
        ("interview", "9"),
        ("one-of-three", "9" * 5000),
    ],
)
def test_what_names_nothing_is_asked_again(name: str, line: str) -> None:
    with pytest.raises(NotUnderstood):
        answer(item(name), "", line)


def test_a_match_may_leave_a_line_out() -> None:
    assert answer(item("pairs-each"), "", "4 - 1") == [0, None, 3]


@pytest.mark.parametrize("name", SAMPLES)
def test_an_empty_line_is_no_answer(name: str) -> None:
    assert answer(item(name), prompts(SAMPLES[name])[0], "  ") is None


def test_a_blank_cell_is_a_question_mark() -> None:
    shown = asked(item("cells-each"), "en")
    assert "   one    two" in shown
    assert shown.count("?") == 2
    assert "1.500" in shown


def test_long_lines_are_folded_and_nothing_acts_on_the_terminal() -> None:
    assert wrapped("    ab cd ef", 8) == "    ab\n    cd\n    ef"
    assert "\x1b" not in wrapped("a\x1b[31m", 80)


# ---------------------------------------------------------------- the command


def test_right_answers_are_all_points(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = items(LESSONS, Scope(COURSE), 11, None, 25)
    typing(monkeypatch, *(line for one in found for line in typed(one, "en")))
    assert run(["quiz", "--seed", "11", "--number", "25"]) == 0
    shown = capsys.readouterr().out
    assert "Score: 25 of 25 (100 %)." in shown
    assert shown.count("✓ accepted") == 25
    kept = list(entries(data / ANSWERS))
    assert [entry["question"] for entry in kept] == [one.declared for one in found]
    assert all(entry["report"]["score"] == 1.0 for entry in kept)


def test_wrong_answers_are_told_why_and_the_right_one(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typing(monkeypatch, "?", "nonsense", "", "", "", "", "", "")
    assert run(["quiz", "tfidf/tf-idf", "--type", "number", "--number", "1", "--seed", "0"]) == 0
    shown = capsys.readouterr().out
    assert "✗ wrong answer" in shown
    assert "This cannot be read as a number: nonsense has no meaning here." in shown
    assert "Right: " in shown
    assert "Read on: tfidf/tf-idf#" in shown
    assert "Score: 0 of 1 (0 %)." in shown


def test_the_end_of_input_ends_politely_with_the_score(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typing(monkeypatch)
    assert run(["quiz"]) == 0
    assert capsys.readouterr().out.endswith("\nNothing was answered.\n")
    found = items(TFIDF, Scope(COURSE), 1, "single", None)
    typing(monkeypatch, *typed(found[0], "en"))
    assert run(["quiz", "tfidf", "--seed", "1", "--type", "single"]) == 0
    assert capsys.readouterr().out.endswith("\nScore: 1 of 1 (100 %).\n")


def test_ctrl_c_ends_politely_too(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupt)
    assert run(["quiz", "tfidf"]) == 0
    assert "Nothing was answered." in capsys.readouterr().out


def test_an_open_question_shows_a_model_answer(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typing(monkeypatch, "", "1")
    assert run(["quiz", "tfidf", "--type", "open", "--number", "1"]) == 0
    assert "Which of these did you say?" in capsys.readouterr().out


def test_answers_that_cannot_be_kept_do_not_end_the_quiz(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data.parent.mkdir(exist_ok=True)
    data.write_text("a file where a folder should be")
    typing(monkeypatch, "x", "x", "x", "x")
    assert run(["quiz", "tfidf", "--type", "number", "--number", "2"]) == 0
    shown = capsys.readouterr()
    assert shown.err.count("Answers are not kept") == 1
    assert "of 2" in shown.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["quiz", "tfdif"], "Did you mean tfidf?"), (["quiz", "--type", "essay"], "essay"), (["hint", "tfdif"], "tfidf")],
)
def test_wrong_input_is_one_sentence(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert run(arguments) == 2
    assert words in capsys.readouterr().err


def test_hints_come_one_by_one(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    typing(monkeypatch, "")
    assert run(["hint", "tfidf"]) == 0
    shown = capsys.readouterr().out
    assert "1/3" in shown
    assert "2/3" in shown
    assert "3/3" not in shown
    assert run(["hint", "tfidf", "--all"]) == 0
    assert "3/3" in capsys.readouterr().out


def test_progress_counts_the_last_answer(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["progress"]) == 0
    assert "100 %" not in capsys.readouterr().out
    one = items(TFIDF, Scope(COURSE), 1, "single", 1)[0]
    for lines in (["", ""], typed(one, "en")):
        typing(monkeypatch, *lines)
        run(["quiz", "tfidf", "--seed", "1", "--type", "single", "--number", "1"])
    capsys.readouterr()
    assert run(["progress"]) == 0
    (row,) = (line.split() for line in capsys.readouterr().out.splitlines() if line.startswith(one.lesson))
    assert row[1].startswith("1/")
    assert row[2:4] == ["100", "%"]


# ---------------------------------------------------------------- the diary


def test_a_diary_survives_a_line_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "new" / "diary.jsonl"
    add(path, {"n": 1})
    with open(path, "ab") as file:
        file.write(b'{"n": 2, "cut')
    add(path, {"n": "три"})
    assert list(entries(path)) == [{"n": 1}, {"n": "три"}]
    assert list(entries(tmp_path / "absent")) == []
    path.write_bytes(b"[1]\nnull\n\xff\n" + json.dumps({"n": 4}).encode())
    assert list(entries(path)) == [{"n": 4}]


# ---------------------------------------------------------------- what people read


def sitting(lang: Lang) -> str:
    """Every sample with an answer that is nearly right."""
    pages = []
    for name in SAMPLES:
        one = item(name)
        response = next(iter([*partial(one.question), *(wrong for wrong, _ in distractors(one.question)), "4"]))
        report = grade_answer(one.question, response, lang).submissions[0].exercises[0]
        prompt = "\n".join(task(one, part, lang) for part in prompts(one.question))
        pages.append(wrapped(f"# {name}\n{asked(one, lang)}\n\n{prompt}\n\n{told(one, report, lang)}\n", 100))
    return "\n".join(pages)


@pytest.mark.parametrize("lang", LANGS)
def test_snapshots(lang: Lang) -> None:
    path = SNAPSHOTS / f"quiz.{lang}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(sitting(lang), encoding="utf-8")
    assert sitting(lang) == path.read_text(encoding="utf-8"), "set UPDATE_SNAPSHOTS=1, and review the diff"


def test_verdicts_are_in_ink_on_a_terminal(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("grader.cli.terminal.color", lambda _: True)
    found = items(TFIDF, Scope(COURSE), 1, "single", 1)
    typing(monkeypatch, *typed(found[0], "en"))
    run(["quiz", "tfidf", "--seed", "1", "--type", "single", "--number", "1"])
    assert "\x1b[35m\x1b[1m✓ accepted\x1b[0m" in capsys.readouterr().out
