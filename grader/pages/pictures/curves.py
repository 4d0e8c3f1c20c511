"""A diagram of curves: told apart by dashes as well as by shade, named where they end."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from grader.bank.worked import Curve, Shown
from grader.model import Lang
from grader.pages.pictures import svg
from grader.pages.pictures.axis import Axis, linear, logarithmic, whole
from grader.pages.pictures.label import label, width

SIZE, LEADING = 14, 17
TOP, BELOW = 34, 46


def curves(shown: Shown, lang: Lang, space: float, size: str) -> str:
    """The picture in so much space."""
    values = [value for curve in shown.curves for value in curve.values if math.isfinite(value)]
    narrow = space < 500
    lines = [_wrapped(curve.label.within(lang), lang, 104 if narrow else 150) for curve in shown.curves]
    right = max(width(one, lang, SIZE) for some in lines for one in some) + 22
    height = 250 if narrow else 320
    bottom = height - BELOW
    upward = logarithmic(values, bottom, TOP, 5) if shown.log else linear(values, bottom, TOP, lang, 5)
    left = max(width(text, lang, SIZE) for _, text in upward.ticks) + 12
    longest = max(len(curve.values) for curve in shown.curves)
    along = whole(shown.start, shown.start + longest - 1, left, space - right, lang, 4 if narrow else 7)
    parts = [
        *_frame(shown, lang, along, upward, height),
        *(_curve(curve, number, shown, along, upward) for number, curve in enumerate(shown.curves)),
        *_names(shown, lines, along, upward, lang),
    ]
    return svg.picture(space, height, parts, shown.alt.within(lang) if shown.alt else "", size)


def _frame(shown: Shown, lang: Lang, along: Axis, upward: Axis, height: float) -> Iterator[str]:
    """Rules at the numbers, the numbers, and what the axes measure."""
    bottom = upward.start
    for value, text in upward.ticks:
        y = upward.place(value)
        yield svg.line(along.start, y, along.end, y, "rule")
        yield svg.text(along.start - 10, y + 5, label(text, lang), "end", "soft number")
    yield svg.line(along.start, bottom, along.end, bottom, "axis")
    for value, text in along.ticks:
        x = along.place(value)
        yield svg.line(x, bottom, x, bottom + 5, "axis")
        yield svg.text(x, bottom + 20, text, "middle", "soft number")
    if shown.y:
        yield svg.text(0, 14, label(shown.y.within(lang), lang), class_="soft")
    if shown.x:
        yield svg.text(along.end, height - 6, label(shown.x.within(lang), lang), "end", "soft")


def _kind(curve: Curve, number: int) -> str:
    return "bound" if curve.bound else f"curve dash-{number % 5}"


def _curve(curve: Curve, number: int, shown: Shown, along: Axis, upward: Axis) -> str:
    """One curve; where a value cannot be drawn it has a gap."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for n, value in enumerate(curve.values):
        if _drawable(value, upward):
            pieces[-1].append((along.place(shown.start + n), upward.place(value)))
        else:
            pieces.append([])
    return "".join(svg.path(piece, _kind(curve, number)) for piece in pieces if len(piece) > 1)


def _names(shown: Shown, lines: Sequence[Sequence[str]], along: Axis, upward: Axis, lang: Lang) -> Iterator[str]:
    """The names at the ends of the curves, moved apart where they would collide."""
    ends = [_end(curve, shown, along, upward) for curve in shown.curves]
    wanted = [y - (len(some) - 1) * LEADING / 2 for (_, y), some in zip(ends, lines, strict=True)]
    places = _apart(wanted, [len(some) * LEADING for some in lines], TOP - 10, upward.start + 26)
    for curve, some, (x, y), place in zip(shown.curves, lines, ends, places, strict=True):
        middle = place + (len(some) - 1) * LEADING / 2
        if abs(middle - y) > 5:
            yield svg.path([(x + 2, y), (along.end + 12, middle)], "leader")
        for n, one in enumerate(some):
            class_ = "soft" if curve.bound else ""
            yield svg.text(along.end + 16, place + n * LEADING + 5, label(one, lang), class_=class_)


def _end(curve: Curve, shown: Shown, along: Axis, upward: Axis) -> tuple[float, float]:
    last = max((n for n, value in enumerate(curve.values) if _drawable(value, upward)), default=0)
    value = curve.values[last]
    return along.place(shown.start + last), upward.place(value) if _drawable(value, upward) else upward.start


def _drawable(value: float, upward: Axis) -> bool:
    return math.isfinite(value) and (value > 0 or not upward.log)


def _apart(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Places near those wanted, in the same order, that do not overlap."""
    order = sorted(range(len(wanted)), key=lambda n: (wanted[n], n))
    places = [0.0] * len(wanted)
    free = top
    for n in order:
        places[n] = max(wanted[n], free)
        free = places[n] + heights[n] + 2
    limit = bottom
    for n in reversed(order):
        places[n] = min(places[n], limit - heights[n])
        limit = places[n] - 2
    return places


def _wrapped(text: str, lang: Lang, room: float) -> list[str]:
    """The name in lines that fit, broken between words and never inside a formula."""
    lines: list[str] = []
    for word in _words(text):
        if lines and width(f"{lines[-1]} {word}", lang, SIZE) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _words(text: str) -> list[str]:
    words: list[str] = []
    for word in text.split():
        if words and words[-1].count("$") % 2:
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words
