"""A matrix shaded by value, with its numbers in the cells."""

from __future__ import annotations

from collections.abc import Iterator

from grader.bank.worked import Shown
from grader.model import Lang
from grader.pages.pictures import svg
from grader.pages.pictures.label import label, width
from grader.pages.pictures.numerals import digits_of, numeral

SIZE, ROW, GAP = 14, 34, 2
WIDEST, NARROWEST = 112.0, 46.0
DARKEST = 0.45  # so that the number stays readable on the shade


def heatmap(shown: Shown, lang: Lang, space: float, size: str) -> str:
    """The picture in so much space; with very many columns it is wider, and scrolls."""
    rows, columns = (labels[lang] if labels else () for labels in (shown.rows, shown.columns))
    count = len(shown.values[0])
    left = max((width(one, lang, SIZE) for one in rows), default=0) + (14 if rows else 0)
    cell = max(NARROWEST, min(WIDEST, (space - left) / count))
    slanted = any(width(one, lang, SIZE) > cell - 6 for one in columns)
    top = _head(columns, lang, slanted)
    height = top + ROW * len(shown.values)
    parts = [
        *_columns(columns, lang, left, cell, top, slanted),
        *(svg.text(left - 10, top + ROW * n + 22, label(one, lang), "end", "soft") for n, one in enumerate(rows)),
        *_cells(shown, lang, left, cell, top),
    ]
    last = width(columns[-1], lang, SIZE) * 0.72 - cell / 2 if slanted and columns else 0
    alt = shown.alt.within(lang) if shown.alt else ""
    return svg.picture(left + cell * count + max(0, last), height, parts, alt, size)


def _head(columns: tuple[str, ...], lang: Lang, slanted: bool) -> float:
    longest = max((width(one, lang, SIZE) for one in columns), default=0)
    return 0 if not columns else longest * 0.72 + 16 if slanted else 26


def _columns(
    columns: tuple[str, ...], lang: Lang, left: float, cell: float, top: float, slanted: bool
) -> Iterator[str]:
    for n, one in enumerate(columns):
        x, y = left + cell * (n + 0.5), top - 9
        if slanted:
            yield svg.text(x - 4, y, label(one, lang), "start", "soft", transform=f"rotate(-45 {x - 4:.1f} {y:.1f})")
        else:
            yield svg.text(x, y, label(one, lang), "middle", "soft")


def _cells(shown: Shown, lang: Lang, left: float, cell: float, top: float) -> Iterator[str]:
    digits = digits_of(shown.values, shown.digits)
    most = max((abs(value) for row in shown.values for value in row), default=0) or 1
    for m, row in enumerate(shown.values):
        for n, value in enumerate(row):
            x, y = left + cell * n, top + ROW * m
            shade = abs(value) / most * DARKEST
            box = x + GAP / 2, y + GAP / 2, cell - GAP, ROW - GAP
            yield svg.rect(*box, class_="cell")
            if shade > 0.004:
                yield svg.rect(*box, class_="shade" if value > 0 else "shade below", opacity=shade)
            yield svg.text(x + cell / 2, y + 22, numeral(value, digits, lang), "middle", "number")
