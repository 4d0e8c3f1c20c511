"""What properties ask of the reference and what it replies: kept, so that they need not run for who says the same.

What a property asks depends on its example and on the answers it has been sent, and on nothing else.
"""

from __future__ import annotations

from typing import Any

from grader.calls import Known, Line, Returned
from grader.conditions import Run, advance, is_plain, ordinary, start
from grader.examples import Prepared, packed
from grader.replies import answer_in, reply_of
from grader.trusted import answer_of

AS_REHEARSED = Returned(None)  # recognised by its identity; what was replied stands in the script

Rows = list[tuple[bool, Any, Any]]


def rehearsed(prepared: Prepared, name: str) -> list[Run]:
    """The runs of a property over the examples it looks at, with a script each where the reference could rehearse."""
    scripts = prepared.kept(f"{prepared.drawn}.rehearsals", lambda: _rehearsals(prepared))[name]
    numbers = list(ordinary(prepared))
    if scripts is None:
        return [start(prepared, name, prepared.examples[n]) for n in numbers]
    read = prepared.scripts.setdefault(name, [])
    if not read:
        read += [tuple(_line(prepared, n, row) for row in rows) for n, rows in zip(numbers, scripts, strict=True)]
    return [start(prepared, name, prepared.examples[n], script) for n, script in zip(numbers, read, strict=True)]


def _line(prepared: Prepared, number: int, row: tuple[bool, Any, Any]) -> Line:
    plain, call, reply = row
    known = prepared.known[number]
    if plain:
        assert known is not None
        return Line(prepared.calls[number], known, plain)
    return Line(call.tobytes(), Known(reply.tobytes(), AS_REHEARSED), plain)


def _rehearsals(prepared: Prepared) -> dict[str, Any]:
    return {one.name: _rehearsal(prepared, one.name) for one in prepared.exercise.conditions}


def _rehearsal(prepared: Prepared, name: str) -> list[Rows] | None:
    """For each example what is asked and replied; None when the reference itself cannot hold the property."""
    scripts = []
    for number in ordinary(prepared):
        rows: Rows = []
        run = start(prepared, name, prepared.examples[number])
        advance(run)
        while not run.done:
            row = _asked(prepared, number, run, first=not rows)
            if row is None:
                return None
            rows.append(row)
            advance(run)
        if run.finding is not None or not rows:
            return None
        scripts.append(rows)
    return scripts


def _asked(prepared: Prepared, number: int, run: Run, *, first: bool) -> tuple[bool, Any, Any] | None:
    """A call of a run, whose answer is set; None when it has no answer that could be recognised."""
    known = prepared.known[number]
    if first and is_plain(run):
        if known is None:
            return None
        run.answer = answer_in(known.reply)
        return True, None, None
    assert run.asked is not None
    call = prepared.call(run.asked)
    answer = answer_of(prepared.reference, call)
    if not isinstance(answer, Returned):
        return None
    reply = reply_of(answer.value)
    run.answer = answer_in(reply)
    return False, packed(call), packed(reply)
