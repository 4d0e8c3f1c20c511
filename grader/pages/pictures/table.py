"""Numbers in labelled rows and columns, matrices, single values and words: everything that is no drawing."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from grader.bank.worked import Shown
from grader.markup.formula import formula
from grader.markup.markup import line
from grader.markup.place import Place
from grader.model import Lang
from grader.pages.pictures.numerals import digits_of, numeral


def table(shown: Shown, lang: Lang) -> str:
    """A table whose numbers stand under each other."""
    digits = digits_of(shown.values, shown.digits)
    names = shown.rows[lang] if shown.rows else ()
    head = ""
    if shown.columns:
        corner = "<td></td>" if names else ""
        cells = "".join(f'<th scope="col">{_words(one, lang)}</th>' for one in shown.columns[lang])
        head = f"<thead><tr>{corner}{cells}</tr></thead>"
    rows = "".join(
        f"<tr>{_row_name(names, n, lang)}{''.join(_cell(value, digits, lang) for value in row)}</tr>"
        for n, row in enumerate(shown.values)
    )
    return f'<div class="wide"><table class="values">{head}<tbody>{rows}</tbody></table></div>'


def _row_name(names: Sequence[str], n: int, lang: Lang) -> str:
    return f'<th scope="row">{_words(names[n], lang)}</th>' if names else ""


def _cell(value: Any, digits: int, lang: Lang) -> str:
    kind = ' class="zero"' if isinstance(value, int | float) and value == 0 else ""
    return f"<td{kind}>{escape(numeral(value, digits, lang))}</td>"


def matrix(shown: Shown, lang: Lang) -> str:
    """A matrix in brackets; a vector is a row."""
    values = shown.values if isinstance(shown.values[0], list) else [shown.values]
    digits = digits_of(values, shown.digits)
    rows = r" \\ ".join(" & ".join(_entry(value, digits) for value in row) for row in values)
    latex = rf"\begin{{bmatrix}} {rows} \end{{bmatrix}}"
    return f'<div class="formula">{formula(latex, lang, display=True)}</div>'


def _entry(value: Any, digits: int) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return numeral(value, digits, "en").replace("−", "-").replace("∞", r"\infty")
    return rf"\text{{{value}}}"


def value(shown: Shown, lang: Lang) -> str:
    """One number on a line of its own."""
    return f'<p class="value"><output>{escape(numeral(shown.values, shown.digits, lang))}</output></p>'


def words(shown: Shown, lang: Lang) -> str:
    """Texts as they are, each with its own rule; lists of words are told apart."""
    texts = shown.values if isinstance(shown.values, list) else [shown.values]
    items = "".join(f"<li>{_text(one, lang)}</li>" for one in texts)
    return f'<ul class="texts">{items}</ul>'


def _text(text: Any, lang: Lang) -> str:
    match text:
        case list() | tuple():
            return " ".join(f"<span>{_text(one, lang)}</span>" for one in text)
        case dict():
            return ", ".join(f"{escape(str(key))}: {_text(one, lang)}" for key, one in text.items())
        case str():
            return escape(text, quote=False)
    return escape(numeral(text, 3, lang))


def _words(text: str, lang: Lang) -> str:
    return line(text, lang, Place("examples.yaml"))
