"""Questions as plain data for a page of the site: one language, texts as HTML, everything that marking needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from grader.bank.key import number_shown
from grader.bank.mark.line import lines
from grader.bank.mark.number import cell, concrete, span, target
from grader.bank.mark.text import accepted, rejected
from grader.bank.page import outside_formulas
from grader.bank.parts import label_of
from grader.bank.questions.choice import Multiple, Option, Single
from grader.bank.questions.cloze import GAP, Cloze, Gap, NumberGap, SingleGap, TextGap
from grader.bank.questions.common import Question
from grader.bank.questions.generated import Generated
from grader.bank.questions.line import Line
from grader.bank.questions.match import Match
from grader.bank.questions.number import NumberQuestion
from grader.bank.questions.open import Open
from grader.bank.questions.order import Order
from grader.bank.questions.shape import Shape
from grader.bank.questions.table import Table
from grader.bank.questions.text import TextQuestion
from grader.bank.reasons import REASONS
from grader.bank.texts import text
from grader.model import Lang
from grader.schema import TextEntry
from grader.words import say

Plain = dict[str, Any]
_KEPT = re.compile("\ue000(\\d+)\ue001")


def plain_lines(code: str) -> list[str]:
    """The lines of a program as HTML without colours."""
    return [escape(line, quote=False) for line in code.split("\n")]


def same_page(anchor: str) -> str:
    """A link within the page."""
    return f"#{anchor}"


@dataclass(frozen=True, slots=True)
class Press:
    """How texts are set: the language, Markdown to HTML, the lines of a program to HTML, an anchor to a link."""

    lang: Lang
    html: Callable[[str], str]
    code: Callable[[str], list[str]] = plain_lines
    link: Callable[[str], str] = same_page

    def text(self, entry: TextEntry) -> str:
        """A text as HTML."""
        return self.html(text(entry).within(self.lang))

    def text_or_none(self, entry: TextEntry | None) -> str | None:
        """The same; None where there is no text."""
        return None if entry is None else self.text(entry)


def sheet(
    question: Question,
    lang: Lang,
    html: Callable[[str], str],
    *,
    variants: Sequence[Question] = (),
    code: Callable[[str], list[str]] = plain_lines,
    link: Callable[[str], str] = same_page,
) -> Plain:
    """A question whose numbers are computed; a generated one comes with its variants.

    A ValueError for a question of an exam: the site gives its answers away.
    """
    if question.visibility == "exam":
        raise ValueError(f"question={question.id!r} belongs to an exam and must not be published")
    press = Press(lang, html, code, link)
    if isinstance(question, Generated):
        sheets = [_sheet(variant, press) for variant in variants]
        shown = {name: sheets[0][name] for name in ("prompt", "explain", "hints")}
        return {**_common(question, press, with_texts=False), **shown, "variants": sheets}
    return _sheet(question, press)


def _sheet(question: Question, press: Press) -> Plain:
    return {**_common(question, press), **_fields(question, press)}


def _common(question: Question, press: Press, *, with_texts: bool = True) -> Plain:
    common: Plain = {
        "id": question.id,
        "type": question.type,
        "difficulty": question.difficulty,
        "read": press.link(question.read) if question.read else None,
    }
    if with_texts:
        common["prompt"] = press.text(question.prompt)
        common["explain"] = press.text_or_none(getattr(question, "explain", None))
        common["hints"] = [press.text(hint) for hint in question.hints]
    return common


def _fields(question: Question, press: Press) -> Plain:
    match question:
        case Single():
            return {"options": _options(question.options, press)}
        case Multiple():
            return {"options": _options(question.options, press), "credit": question.credit}
        case NumberQuestion():
            return _number(question, press)
        case TextQuestion():
            return _text(question, press)
        case Order():
            return {"items": [press.text(item) for item in question.items], "credit": question.credit}
        case Match():
            return _match(question, press)
        case Cloze():
            gaps = {name: {"type": gap.type, **_gap(gap, press)} for name, gap in question.gaps.items()}
            return {"html": _with_gaps(question.text, press), "gaps": gaps, "credit": question.credit}
        case Table():
            return _table(question, press)
        case Shape():
            wrong = [{"shape": wrong.shape, "why": press.text(wrong.why)} for wrong in question.wrong]
            return {"answer": question.answer, "wrong": wrong}
        case Line():
            return _line(question, press)
        case Open():
            return _open(question, press)
    raise ValueError(f"question={question.id!r} of type {question.type!r} has no sheet")


def _options(options: list[Option], press: Press) -> list[Plain]:
    return [
        {"html": press.text(option.text), "correct": option.correct, "why": press.text_or_none(option.why)}
        for option in options
    ]


def _number(question: NumberQuestion | NumberGap, press: Press) -> Plain:
    asked = target(question)
    spans = [(*span(wrong, asked.within), press.text(wrong.why)) for wrong in question.wrong]
    return {
        "answer": concrete(question.answer),
        "shown": number_shown(asked, press.lang),
        "atol": question.atol,
        "percent": question.percent,
        "decimals": question.decimals,
        "wrong": [{"low": low, "high": high, "why": why} for low, high, why in spans],
    }


def _text(question: TextQuestion | TextGap, press: Press) -> Plain:
    shown: list[str] = getattr(question.accept, press.lang)
    reject = [{"texts": list(texts), "why": press.html(why.within(press.lang))} for texts, why in rejected(question)]
    return {"accept": list(accepted(question)), "shown": shown[0], "reject": reject}


def _gap(gap: Gap, press: Press) -> Plain:
    if isinstance(gap, SingleGap):
        return {"options": _options(gap.options, press)}
    return _number(gap, press) if isinstance(gap, NumberGap) else _text(gap, press)


def _match(question: Match, press: Press) -> Plain:
    rights = [*(pair.right for pair in question.pairs), *(extra.text for extra in question.extra)]
    return {
        "lefts": [press.text(pair.left) for pair in question.pairs],
        "rights": [press.text(side) for side in rights],
        "extras": [press.text(extra.why) for extra in question.extra],
        "credit": question.credit,
    }


def _with_gaps(text: TextEntry, press: Press) -> str:
    """The text with an empty element for each gap."""
    source: str = getattr(text, press.lang).strip()
    html = press.html(outside_formulas(source, lambda words: GAP.sub("\ue000\\1\ue001", words)))
    return _KEPT.sub(r'<span data-gap="\1"></span>', html)


def _table(question: Table, press: Press) -> Plain:
    sizes = len(question.cells), len(question.cells[0])
    return {
        **{
            axis: [press.html(label_of(question, axis, place, press.lang)) for place in range(size)]
            for axis, size in zip(("rows", "columns"), sizes, strict=True)
        },
        "cells": question.cells,
        "shown": [
            [number_shown(cell(question, row, column), press.lang) for column in range(sizes[1])]
            for row in range(sizes[0])
        ],
        "blank": question.blank,
        "atol": question.atol,
        "decimals": question.decimals,
        "credit": question.credit,
    }


def _line(question: Line, press: Press) -> Plain:
    return {
        "lines": press.code("\n".join(lines(question))),
        "fault": question.fault,
        "why": press.text(question.why),
        "wrong": {str(wrong.line): press.text(wrong.why) for wrong in question.wrong},
        "other": say(REASONS["fine"], press.lang),
    }


def _open(question: Open, press: Press) -> Plain:
    return {
        "rubric": [{"html": press.text(point.point), "weight": point.weight} for point in question.rubric],
        "model": press.text(question.model),
        "followups": [{"ask": press.text(one.ask), "answer": press.text(one.answer)} for one in question.followups],
    }
