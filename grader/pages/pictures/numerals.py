"""Numbers as pictures show them."""

from __future__ import annotations

import math

from grader.model import Lang

MINUS = "−"


def numeral(value: object, digits: int, lang: Lang) -> str:
    """A number with so many decimals, or whole; other values as they are."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    if math.isnan(value):
        return "–"
    text = f"{value:d}" if isinstance(value, int) else f"{value:.{digits}f}"
    if text.startswith("-"):
        text = (MINUS if text.strip("-0.") else "") + text[1:]
    return text.replace(".", ",") if lang == "ru" else text


def digits_of(values: object, digits: int) -> int:
    """How many decimals a table needs: none where all its numbers are whole."""
    flat = list(_flat(values))
    numbers = [one for one in flat if isinstance(one, int | float) and not isinstance(one, bool)]
    return 0 if all(float(one).is_integer() for one in numbers if math.isfinite(one)) else digits


def _flat(values: object) -> list[object]:
    return [one for row in values for one in _flat(row)] if isinstance(values, list | tuple) else [values]


def tick(value: float, lang: Lang) -> str:
    """A number on an axis, as short as it can be."""
    text = f"{value:.10g}".replace("-", MINUS)
    return text.replace(".", ",") if lang == "ru" else text


def power(exponent: int) -> str:
    """A power of ten on a logarithmic axis, as a label."""
    if exponent in (0, 1):
        return str(10**exponent)
    return f"$10^{{{exponent}}}$"
