"""Numbers as horizontal bars, each with its name before it and its value behind."""

from __future__ import annotations

from collections.abc import Iterator

from grader.bank.worked import Shown
from grader.model import Lang
from grader.pages.pictures import svg
from grader.pages.pictures.label import label, width
from grader.pages.pictures.numerals import digits_of, numeral

SIZE, ROW, THICK = 14, 30, 16


def bars(shown: Shown, lang: Lang, space: float, size: str) -> str:
    """The picture in so much space."""
    names = shown.columns[lang] if shown.columns else tuple(map(str, range(1, len(shown.values) + 1)))
    left = max(width(one, lang, SIZE) for one in names) + 14
    room = min(space, 520) - left - 62
    alt = shown.alt.within(lang) if shown.alt else ""
    parts = list(_rows(shown, names, lang, left, room))
    return svg.picture(left + room + 62, ROW * len(names) + 4, parts, alt, size)


def _rows(shown: Shown, names: tuple[str, ...], lang: Lang, left: float, room: float) -> Iterator[str]:
    values, digits = shown.values, digits_of(shown.values, shown.digits)
    low, high = min(0, *values), max(0, *values)
    below = 56 if low < 0 else 0  # room for the numbers at the left of bars
    scale = (room - below) / ((high - low) or 1)
    zero = left + below - low * scale
    for n, (name, value) in enumerate(zip(names, values, strict=True)):
        y = ROW * n + 2
        long = abs(value) * scale
        yield svg.text(left - 12, y + 19, label(name, lang), "end", "soft")
        if long >= 0.5:
            yield svg.rect(zero - (long if value < 0 else 0), y + 6, long, THICK, "bar" if value > 0 else "bar below")
        at, anchor = (zero - long - 6, "end") if value < 0 else (zero + long + 7, "start")
        yield svg.text(at, y + 19, numeral(value, digits, lang), anchor, "number")
    yield svg.line(zero, 0, zero, ROW * len(names) + 4, "axis")
