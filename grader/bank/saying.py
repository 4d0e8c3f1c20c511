"""Computed values as text of a lesson: in prose, and within formulas."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.model import Lang, ZachetkaError, message

MATH = re.compile(r"(```.*?```|`[^`\n]+`)|(\$\$.+?\$\$|\$[^$\n]+?\$)", re.DOTALL)
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
QUOTES = {"ru": "«{}»", "en": "“{}”"}
MINUS = "\N{MINUS SIGN}"


def in_places(text: str, pattern: re.Pattern[str], say: Callable[[re.Match[str], bool], str]) -> str:
    """The text with each match replaced by what is said there; the flag tells whether it is inside a formula."""
    formulas = [match.span() for match in MATH.finditer(text) if match[2]]
    return pattern.sub(
        lambda found: say(found, any(start < found.start() < end for start, end in formulas)),
        text,
    )


def said(value: Any, form: str, lang: Lang, math: bool) -> str:
    """A value as a lesson says it. `form` is a number of decimals, `2e` for powers of ten, or a format of Python."""
    if isinstance(value, np.ndarray):
        value = value.tolist() if value.ndim else value.item()
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return _number(value, form, lang, math)
    if isinstance(value, list | tuple):
        return _list(list(value), form, lang, math)
    return str(value)


def _number(value: float, form: str, lang: Lang, math: bool) -> str:
    text = _digits(value, form)
    mantissa, power, exponent = text.partition("e")
    if power:
        shown = str(int(exponent))
        text = rf"{mantissa} \cdot 10^{{{shown}}}" if math else f"{mantissa}·10{shown.translate(SUPERSCRIPTS)}"
    if math:
        return text
    text = text.replace("-", MINUS)
    return text.replace(".", ",") if lang == "ru" else text


def _digits(value: float, form: str) -> str:
    try:
        if form.isdecimal():
            return format(value, f".{form}f")
        if re.fullmatch(r"\d+e", form):
            return format(value, f".{form}")
        if form:
            return format(value, form)
    except ValueError as error:
        raise ZachetkaError(message("'{form}' is no format of a number: write 3 or 2e", form=form)) from error
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))


def _list(values: list[Any], form: str, lang: Lang, math: bool) -> str:
    if values and all(isinstance(value, str) for value in values):
        return ", ".join(QUOTES[lang].format(value) for value in values)
    if math:
        rows = values if values and isinstance(values[0], list | tuple) else [values]
        lines = (" & ".join(said(value, form, lang, True) for value in row) for row in rows)
        return r"\begin{pmatrix} " + r" \\ ".join(lines) + r" \end{pmatrix}"
    if values and isinstance(values[0], list | tuple):
        return "; ".join(_list(list(row), form, lang, False) for row in values)
    separator = "; " if lang == "ru" and any(isinstance(value, float) for value in values) else ", "
    return separator.join(said(value, form, lang, False) for value in values)
