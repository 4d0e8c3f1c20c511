"""Labels of pictures: words with simple formulas, as SVG text and as an estimate of its width."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree

from grader.markup.formula import formula
from grader.model import Lang

_FORMULA = re.compile(r"\$([^$]+)\$")
_SCRIPTS = {"msub": (0.25,), "msup": (-0.35,), "msubsup": (0.25, -0.35)}
_NARROW = set("ijltfr.,:;|!()[]'’ -")
_SPACED = set("=+−<>≤≥≈·×")


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters of one kind: upright or italic, and raised or lowered by part of the size."""

    text: str
    italic: bool = False
    shift: float = 0.0


def label(text: str, lang: Lang) -> str:
    """The label as the inside of an SVG text element."""
    return "".join(_spans(runs(text, lang)))


def width(text: str, lang: Lang, size: float) -> float:
    """About how wide a label is."""
    return sum(
        (0.32 if one in _NARROW else 0.62 if one.isupper() else 0.56) * size * (0.75 if run.shift else 1)
        for run in runs(text, lang)
        for one in run.text
    )


def runs(text: str, lang: Lang) -> list[Run]:
    """The label in pieces."""
    found: list[Run] = []
    for number, part in enumerate(_FORMULA.split(text)):
        if number % 2:
            mathml = re.sub(r"<(/?)math[^>]*>", r"<\1math>", formula(part, lang))
            found += _math(ElementTree.fromstring(mathml), 0.0)
        elif part:
            found.append(Run(part.replace("*", "").replace("`", "")))
    return found


def _math(element: ElementTree.Element, shift: float) -> list[Run]:
    """A formula as far as it can stand in one line: letters, numbers, signs, sub- and superscripts."""
    own = (element.text or "").strip()
    match element.tag:
        case "mi":
            return [Run(own, len(own) == 1 and own.isalpha(), shift)]
        case "mo":
            return [Run(f"\u2009{own}\u2009" if own in _SPACED and not shift else own, False, shift)]
        case "msub" | "msup" | "msubsup":
            base, *scripts = element
            moves = _SCRIPTS[element.tag]
            return _math(base, shift) + [
                run for script, move in zip(scripts, moves, strict=True) for run in _math(script, shift + move)
            ]
    return ([Run(own, False, shift)] if own else []) + [run for child in element for run in _math(child, shift)]


def _spans(pieces: list[Run]) -> list[str]:
    spans, level = [], 0.0
    for piece in pieces:
        moved = piece.shift - level
        level = piece.shift
        names = " ".join(filter(None, ("math" if piece.italic else "", "script" if piece.shift else "")))
        attributes = (f' class="{names}"' if names else "") + (f' dy="{moved:.2f}em"' if moved else "")
        content = escape(piece.text, quote=False)
        spans.append(f"<tspan{attributes}>{content}</tspan>" if attributes else content)
    return spans
