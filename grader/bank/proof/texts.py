"""Rules for every text: both languages say the same, and every formula compiles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from grader.bank.page import COMPUTED, Page, formulas
from grader.bank.variants import PLACE
from grader.markup.formula import BadFormula, formula
from grader.model import LANGS, message
from grader.problems import Problem
from grader.twins import differences, prose
from grader.yamlfile import Document, Spot

WORD = re.compile("[А-Яа-яЁё]|[A-Za-z]{2,} +[A-Za-z]{2,}")
# Keys under which a plain string is a text for readers, and so may stand for both languages.
TEXTS = {"front", "back", "prompt", "explain", "text", "why", "left", "right", "say", "title", "alt", "says", "term",
         "x", "y", "label", "point", "model", "ask"}  # fmt: skip
TRANSPARENT = {"items", "hints"}  # lists of such texts


def entry_texts(document: Document, value: Any, spot: Spot) -> Iterator[Problem]:
    """What is wrong with any text within an entry."""
    if isinstance(value, dict) and set(value) == set(LANGS) and all(isinstance(one, str) for one in value.values()):
        key = ".".join(part for part in spot if isinstance(part, str))
        for words in differences(key, value["ru"], value["en"]):
            yield document.problem(spot, words)
        for lang in LANGS:
            yield from _compiles(document, value[lang], (*spot, lang))
        return
    for name, part in _parts(value):
        place = (*spot, name)
        if isinstance(part, str) and _is_text(place):
            yield from _neutral(document, part, place)
        else:
            yield from entry_texts(document, part, place)


def _parts(value: Any) -> Any:
    return value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()


def _is_text(spot: Spot) -> bool:
    names = [part for part in spot if isinstance(part, str)]
    if names[-1:] == ["answer"]:
        return "followups" in names  # elsewhere it is a number or an expression
    return bool(names) and (names[-1] in TEXTS or (names[-1] in TRANSPARENT and isinstance(spot[-1], int)))


def _neutral(document: Document, text: str, spot: Spot) -> Iterator[Problem]:
    """A plain string stands for both languages, so it has no words."""
    if WORD.search(prose(COMPUTED.sub("", text))):
        key = ".".join(part for part in spot if isinstance(part, str))
        yield document.problem(spot, message("`{key}` has words in one language only: write `ru:` and `en:`", key=key))
    yield from _compiles(document, text, spot)


def _compiles(document: Document, text: str, spot: Spot) -> Iterator[Problem]:
    for latex, display, line in formulas(text):
        reason = broken(latex, display)
        if reason:
            here = document.line(spot) + line - 1
            yield Problem(document.file, here, message("the formula ${formula}$ does not compile: {reason}",
                                                       formula=latex.strip(), reason=reason))  # fmt: skip


def page_formulas(page: Page) -> Iterator[Problem]:
    """Formulas of a lesson that do not compile."""
    for latex, display, line in formulas(page.source):
        reason = broken(latex, display)
        if reason:
            yield Problem(page.file, line, message("the formula ${formula}$ does not compile: {reason}",
                                                   formula=latex.strip(), reason=reason))  # fmt: skip


@lru_cache(maxsize=10_000)
def broken(latex: str, display: bool) -> str:
    """Why a formula does not compile, or "". Numbers that are computed later stand as 1."""
    latex = PLACE.sub(lambda place: "{" + place[1] + "}", COMPUTED.sub("1", latex))
    try:
        formula(latex, "ru", display=display)
    except BadFormula as error:
        return " ".join(str(error).split())
    return ""
