"""What a step of a worked example shows, as HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from grader.bank.worked import Kind, Shown
from grader.model import Lang
from grader.pages.pictures.bars import bars
from grader.pages.pictures.curves import curves
from grader.pages.pictures.heatmap import heatmap
from grader.pages.pictures.table import matrix, table, value, words

# Text in a drawing must not shrink with the screen, so each drawing is made for a book and for a phone.
WIDE, NARROW = 640.0, 326.0
DRAWINGS: Mapping[Kind, Callable[[Shown, Lang, float, str], str]] = {"heatmap": heatmap, "bars": bars, "line": curves}
SETTINGS: Mapping[Kind, Callable[[Shown, Lang], str]] = {
    "table": table,
    "matrix": matrix,
    "value": value,
    "text": words,
}


def figure(shown: Shown, lang: Lang) -> str:
    """A figure in all the sizes it needs."""
    if shown.kind in SETTINGS:
        return f'<figure class="{shown.kind}">{SETTINGS[shown.kind](shown, lang)}</figure>'
    draw = DRAWINGS[shown.kind]
    wide, narrow = draw(shown, lang, WIDE, "broad"), draw(shown, lang, NARROW, "slim")
    if wide.partition("viewBox")[2] == narrow.partition("viewBox")[2]:
        wide, narrow = wide.replace("picture broad", "picture"), ""
    return f'<figure class="{shown.kind}"><div class="wide">{wide}{narrow}</div></figure>'
