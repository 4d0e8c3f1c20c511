"""Markdown with formulas as plain text for a terminal."""

from __future__ import annotations

import re

from grader.bank.page import CODE, FORMULA
from grader.bank.unlatex import unlatex
from grader.model import Lang

_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\s]+\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_FENCE = re.compile(r"^(?:```+|~~~+)[^\n]*\n(.*?)^(?:```+|~~~+)[ ]*$", re.DOTALL | re.MULTILINE)
_KEPT = re.compile("\ue000(\\d+)\ue001")
_SOFT = re.compile(r"(?<=\S)[ ]*\n(?=[^\s|>#])(?![-*+] |\d+[.)] )")
INDENT = "    "


def readable(markdown: str, lang: Lang) -> str:
    """The text without marks: formulas as words and signs, programs and displayed formulas indented."""
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return f"\ue000{len(kept) - 1}\ue001"

    text = _FENCE.sub(lambda code: _apart(keep(_indented(code[1])), "display"), markdown.strip())
    text = CODE.sub(lambda code: keep(code[0].strip("`").strip()), text)
    text = FORMULA.sub(lambda formula: _apart(keep(_formula(formula, lang)), formula[1]), text)
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", text))
    text = re.sub(r"\n +(?=\S)", "\n", _SOFT.sub(" ", text))
    text = re.sub(r"\\([$*_\[\]{}#`])", r"\1", text)
    text = _KEPT.sub(lambda place: kept[int(place[1])], text)
    return re.sub(r"[ ]*\n(?:[ ]*\n)+", "\n\n", text).strip("\n")


def _apart(text: str, display: str | None) -> str:
    """A paragraph of its own where it is displayed."""
    return f"\n\n{text}\n\n" if display else text


def _formula(found: re.Match[str], lang: Lang) -> str:
    text = unlatex(found[1] or found[2])
    if lang == "ru":
        text = _POINT.sub(",", text)
    return _indented(text) if found[1] else text.replace("\n", "; ")


def _indented(text: str) -> str:
    return "\n".join(f"{INDENT}{line}" for line in text.rstrip("\n").split("\n"))
