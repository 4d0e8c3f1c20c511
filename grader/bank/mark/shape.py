"""Marking a shape: `(5, 7)`, `5×7`, `5 x 7`, `5, 7`, `(5,)`."""

from __future__ import annotations

import re

from grader.bank.glyphs import plain_signs
from grader.bank.marking import Marking, Note, is_empty, one, unmarked
from grader.bank.questions.shape import Shape
from grader.bank.texts import text

LONGEST = 100
_SHAPE = re.compile(
    r"(?P<open>[(\[]?) *(?P<sizes>[0-9]{1,9}(?: *[,;*xх] *[0-9]{1,9}| +[0-9]{1,9})*) *,? *(?P<close>[)\]]?)"
)
_CLOSES = {"(": ")", "[": "]", "": ""}


def mark_shape(question: Shape, response: object) -> Marking:
    """Right, or wrong with the author's reason, or with what is seen at a glance."""
    if is_empty(response):
        return unmarked("one", "empty")
    if not isinstance(response, str):
        return unmarked("one", "malformed")
    sizes = read_shape(response)
    if sizes is None:
        return one(False, note="notation")
    if sizes == question.answer:
        return one(True)
    reasons = [text(wrong.why) for wrong in question.wrong if wrong.shape == sizes]
    return one(False, reasons[0]) if reasons else one(False, note=_glance(sizes, question.answer))


def read_shape(typed: str) -> list[int] | None:
    """The sizes that were typed; None when it is no shape."""
    if len(typed) > LONGEST:
        return None
    found = _SHAPE.fullmatch(plain_signs(typed).strip())
    if found is None or _CLOSES[found["open"]] != found["close"]:
        return None
    return [int(size) for size in re.findall(r"[0-9]+", found["sizes"])]


def _glance(sizes: list[int], answer: list[int]) -> Note:
    if len(sizes) != len(answer):
        return "axes"
    return "swapped" if sorted(sizes) == sorted(answer) else ""
