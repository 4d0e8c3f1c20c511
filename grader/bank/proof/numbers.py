"""Rules for numbers: expressions have values, wrong answers differ from right ones, what is generated has variants."""

from __future__ import annotations

from collections.abc import Iterator

from grader.bank.expressions import Scope
from grader.bank.questions.cloze import Cloze, NumberGap
from grader.bank.questions.common import Question
from grader.bank.questions.generated import Generated
from grader.bank.questions.number import NumberQuestion
from grader.bank.questions.table import Table
from grader.bank.ready import resolved
from grader.bank.variants import variants
from grader.model import Message, ZachetkaError, message


def number_faults(question: Question, scope: Scope) -> Iterator[Message]:
    """What is wrong with the numbers of a question."""
    try:
        if isinstance(question, Generated):
            variants(question, scope)
            return
        question = resolved(question, scope)
    except ZachetkaError as error:
        yield error.problem
        return
    match question:
        case NumberQuestion():
            yield from _apart(question)
        case Cloze():
            for gap in question.gaps.values():
                if isinstance(gap, NumberGap):
                    yield from _apart(gap)
        case Table():
            yield from _cells(question)


def _apart(question: NumberQuestion | NumberGap) -> Iterator[Message]:
    answer = float(question.answer)
    for one in question.wrong:
        low, high = one.range or [float(one.value or 0)] * 2
        if low - question.atol <= answer <= high + question.atol:
            yield message("the wrong answer {wrong} includes the right one, {answer}: correct it", wrong=str(low),
                          answer=answer)  # fmt: skip
    step = 10.0**-question.decimals
    if question.decimals and question.atol < step / 2 * 0.99:
        yield message("`atol: {atol}` refuses an answer rounded to {decimals} decimals: allow half a unit at least",
                      atol=question.atol, decimals=question.decimals)  # fmt: skip


def _cells(question: Table) -> Iterator[Message]:
    cells = question.cells
    assert isinstance(cells, list)
    sizes = {"rows": len(cells), "columns": len(cells[0])}
    for axis, size in sizes.items():
        labels = getattr(question, axis)
        for lang in ("ru", "en"):
            if len(getattr(labels, lang)) != size:
                yield message("`{axis}` has {count} labels for {size}", axis=axis,
                              count=len(getattr(labels, lang)), size=size)  # fmt: skip
    for row, column in question.blank:
        if row >= sizes["rows"] or column >= sizes["columns"]:
            yield message("`blank:` names [{row}, {column}], which is no cell: count from 0", row=row, column=column)
