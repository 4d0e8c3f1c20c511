"""Every rule of the bank catches a course that breaks it, with file:line."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_bank import CARDS, EN, EXAMPLES, FILES, GLOSSARY, QUIZ, RU, changed, write_bank
from little_course import BANK, EXERCISES, line_of

from grader.bank.proof.prove import prove
from grader.load import load_course


def problems(root: Path) -> list[str]:
    """What the bank breaks, as lines of text."""
    return [str(problem) for problem in prove(load_course(root))[1]]


def test_a_right_bank_has_no_problems(tmp_path: Path) -> None:
    assert problems(write_bank(tmp_path)) == []


# file, a piece of it, what replaces it, a piece of the line to be named (after the change), a piece of the sentence
BROKEN = {
    "an id twice": (CARDS, "id: card-count", "id: card-axis", "", "'card-axis' is already at"),
    "an unknown key": (CARDS, "  read: axis", "  reed: axis", "reed", "did you mean `read`?"),
    "an unknown type": (QUIZ, "type: single", "type: singel", "singel", "did you mean 'single'?"),
    "a missing translation": (CARDS, "{ru: Сколько сумм?, en: How many sums?}", "{ru: Сколько?}", "Сколько", "no Eng"),
    "words in no language": (CARDS, "{ru: Сколько сумм?, en: How many sums?}", "How many sums", "How many", "one lang"),
    "other formulas": (CARDS, "en: 'Along $j$.'", "en: 'Along $i$.'", "Along $i$", "in Russian only"),
    "a formula that does not compile": (CARDS, "'$n$'", r"'$\frac{n$'", "frac", "does not compile"),
    "no right option": (QUIZ, ", correct: true}", ", why: '$1$'}", "options:", "exactly one option"),
    "a wrong option without a reason": (
        QUIZ,
        "{text: {ru: первая, en: the first}, why: {ru: Это суммы столбцов., en: Those are column sums.}}",
        "{text: {ru: первая, en: the first}}",
        "options:",
        "no `why`",
    ),
    "equal options": (QUIZ, "{ru: первая, en: the first}", "{ru: вторая, en: the first}", "q-single", "twice"),
    "a wrong number that is right": (QUIZ, "value: 2,", "value: 3,", "q-number", "includes the right one"),
    "an expression that fails": (QUIZ, "sums:row_sums(np.array([[1, 2]]))[0]", "sums:row_sums(3)", "q-number", "compu"),
    "an unknown reference": (QUIZ, "sums:row_sums(np", "sums:row_sum(np", "q-number", "did you mean 'row_sums'?"),
    "accepted and rejected": (QUIZ, "texts: [разность]", "texts: [сумма]", "q-text", "accepted and rejected"),
    "another gap": (QUIZ, 'по {1}', 'по {2}', "q-cloze", "gaps"),
    "two equal rights": (QUIZ, "right: '$3$'", "right: '$2$'", "q-match", "twice"),
    "two equal items": (QUIZ, "['$1$', '$2$', '$3$']", "['$1$', '$2$', '$2$']", "q-order", "twice"),
    "a blank outside": (QUIZ, "[[0, 1]]", "[[0, 2]]", "q-table", "no cell"),
    "a wrong shape that is right": (QUIZ, "shape: [3, 2]", "shape: [2, 3]", "q-shape", "twice"),
    "no such line": (QUIZ, "fault: 2", "fault: 3", "q-line", "no line 3"),
    "too few variants": (QUIZ, '"integers(2, 9)", b: "integers(2, 9)"', '"integers(2, 2)", b: "integers(2, 4)"',
                         "q-generated", "3 usable variants"),
    "a mistake that is right": (QUIZ, "mistake: row_means", 'value: "answer"', "q-generated", "0 usable variants"),
    "an unknown mistake": (QUIZ, "mistake: row_means", "mistake: row_mean", "q-generated", "did you mean 'row_means'?"),
    "nothing drawn": (QUIZ, 'a: "integers(2, 9)"', 'a: "7"', "q-generated", "draws nothing"),
    "a short rubric": (QUIZ, ", {point: '$5$'}]", "]", "rubric", "at least 5"),
    "a read that leads nowhere": (CARDS, "read: axis", "read: axes", "card-axis", "leads nowhere"),
    "a term that leads nowhere": (GLOSSARY, "sums/adding#axis", "sums/adding#axes", "id: row", "leads nowhere"),
    "an example that fails": (EXAMPLES, "row_sums(A)", "row_sums(B)", "two-rows", "computed"),
    "labels that do not fit": (EXAMPLES, "ru: [первая, вторая]", "ru: [первая]", "two-rows", "labels"),
    "a picture without a description": (
        EXAMPLES,
        "      alt: {ru: Второй столбик выше., en: The second bar is higher.}\n",
        "",
        "say:",
        "`alt:`",
    ),
    "no answer first": (RU, "::: answer", "::: note", "::: note", "begins with `::: answer`"),
    "no misreading": (EN, "::: misreading", "::: note", "::: answer", "`::: misreading`"),
    "an unknown box": (RU, "::: misreading", "::: misreadin", "misreadin", "did you mean 'misreading'?"),
    "no anchor": (RU, "## Ось {#axis}", "## Ось", "## Ось", "has no anchor"),
    "an anchor in one language": (EN, "{#axis}", "{#axes}", "{#axes}", "but 'axis' in Russian"),
    "a link to nowhere": (RU, "(exercise:row-sums)", "(exercise:row-sum)", "row-sum)", "leads nowhere"),
    "a formula of a page": (EN, r"\sum_j", r"\summ_j", "summ", "does not compile"),
    "an example not placed": (RU, "::: example two-rows\n:::\n", "", "::: answer", "placed 0 times"),
    "a number that cannot be computed": (RU, "sums[0]", "sums[5]", "", "cannot be computed"),
    "an editor line": (CARDS, "../../schemas", "../schemas", "# yaml", "the first line must be"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_each_rule_names_file_and_line(name: str, tmp_path: Path) -> None:
    file, old, new, line, sentence = BROKEN[name]
    changes = changed(file, old, new)
    found = problems(write_bank(tmp_path, changes))
    number = line_of(changes[file], line) if line else 0
    where = f"{file}:{1 if line == '::: answer' else number}: " if line else f"{file}:"
    assert any(problem.startswith(where) and sentence in problem for problem in found), found


def test_an_id_that_vanishes_is_missed(tmp_path: Path) -> None:
    ledger = {"questions/ids.txt": "card card-axis\ncard card-gone\n"}
    assert problems(write_bank(tmp_path, ledger)) == [
        "questions/ids.txt:2: the card 'card-gone' is gone, and readers have progress under its id: put it back, or "
        "delete this line if it was never published"
    ]


def test_ids_of_a_file_that_cannot_be_read_are_not_missed(tmp_path: Path) -> None:
    root = write_bank(
        tmp_path, {"questions/ids.txt": "card card-axis\n", **changed(CARDS, "read: axis", 'read: "\\l"')}
    )
    (found,) = problems(root)
    assert "a backslash in double quotes" in found


def test_a_mistake_that_sends_nowhere_is_named(tmp_path: Path) -> None:
    bank = EXERCISES.replace("sums/adding#axis", "sums/adding#axes", 1)
    (found,) = problems(write_bank(tmp_path, {BANK: bank}))
    assert found.startswith(f"{BANK}:")
    assert "'column_sums' sends to sums/adding#axes" in found


def test_a_lesson_that_is_not_written_is_named(tmp_path: Path) -> None:
    root = write_bank(tmp_path)
    for file in FILES:
        (root / file).unlink()
    assert problems(root) == [
        "questions/sums/adding: the lesson 'sums/adding' is not written: add lesson.ru.md and lesson.en.md"
    ]


def test_a_page_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    root = write_bank(tmp_path)
    (root / RU).write_bytes("строка\nстрока".encode("cp1251"))
    assert any(problem.startswith(f"{RU}:1: the file is not UTF-8") for problem in problems(root))
