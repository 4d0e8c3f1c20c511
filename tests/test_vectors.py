"""The vectors that hold the two marking programs together are those of this checkout."""

from __future__ import annotations

import json
from pathlib import Path

from grader.bank.kinds import KINDS
from grader.bank.load import load_bank
from grader.bank.vectors import FILE, as_text, cases
from grader.load import load_course

ROOT = Path(__file__).parent.parent
KEPT = (ROOT / FILE).read_text(encoding="utf-8")


def test_they_are_up_to_date() -> None:
    course = load_course(ROOT)
    assert as_text(cases(course, load_bank(course))) == KEPT, "run `python -m grader.bank.vectors`"


def test_they_hold_every_type_and_every_outcome() -> None:
    found = json.loads(KEPT)
    assert len(found) >= 300
    assert {case["sheet"]["type"] for case in found} == KINDS.keys() - {"generated"}
    for kind in KINDS.keys() - {"generated"}:
        scores = {case["score"] for case in found if case["sheet"]["type"] == kind}
        assert {0.0, 1.0} <= scores
    partly = {case["sheet"]["type"] for case in found if 0 < case["score"] < 1}
    assert partly == {"multiple", "order", "match", "cloze", "table", "open"}
    notes = {part["note"] for case in found for part in case["parts"]}
    assert {"sign", "slip", "percent", "precision", "unreadable", "malformed", "empty", "axes", "swapped"} <= notes
