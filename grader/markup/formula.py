"""LaTeX to MathML Core, as it stands in a page: no inline styles, and a decimal comma in Russian."""

from __future__ import annotations

import re
from functools import lru_cache

from math_core import LatexError, LatexToMathML

from grader.model import Lang

# What math-core writes as inline style, which the content security policy of the site forbids, as classes.
CLASSES = {
    "text-align:right": "right",
    "text-align:left": "left",
    "justify-items:end": "",
    "justify-items:start": "",
    "padding-right:0": "tight",
    "padding-left:0": "tied",
    "padding-left:1em": "apart",
    "padding-top:0.1667em": "",
    "margin-left:-0.16666667em": "back",
    "border-right:0.05em solid currentcolor": "ruled",
    "border-left:0.05em solid currentcolor": "fenced",
    "border-top:0.05em solid currentcolor": "lined",
}
_STYLE = re.compile(r' style="([^"]*)"')
_DECIMAL = re.compile(r"(<mn>\d+)\.(\d+</mn>)")
# A comma between two numbers of a list, when at least one of the numbers of the formula has a decimal comma itself.
_LISTED = re.compile(r"(?<=</mn>)(<mo[^>]*>),(?=</mo>(?:<mo[^>]*>−</mo>)?<mn>)")
_ERROR = re.compile(r"\A\d+: ")


class BadFormula(Exception):
    """A formula that cannot be set; the text says why."""


@lru_cache(maxsize=20_000)
def formula(latex: str, lang: Lang, *, display: bool = False) -> str:
    """The formula as a `<math>` element; BadFormula when it has a mistake."""
    try:
        mathml = _CONVERTER.convert_with_local_state(latex.strip(), displaystyle=display)
    except LatexError as error:
        raise BadFormula(_ERROR.sub("", str(error)).strip()) from None
    mathml = _STYLE.sub(_classes, mathml).replace("&ApplyFunction;", "\u2061").replace("&InvisibleTimes;", "\u2062")
    return _in_russian(mathml) if lang == "ru" else mathml


_CONVERTER = LatexToMathML(fancy_error=False)


def _classes(style: re.Match[str]) -> str:
    declarations = [part.strip().replace(": ", ":") for part in style[1].split(";") if part.strip()]
    unknown = [one for one in declarations if one not in CLASSES]
    if unknown:
        raise BadFormula(f"it needs the inline style {unknown[0]}, which pages do not allow")
    names = " ".join(filter(None, (CLASSES[one] for one in declarations)))
    return f' class="{names}"' if names else ""


def _in_russian(mathml: str) -> str:
    commas = _DECIMAL.sub(r"\1,\2", mathml)
    return commas if commas == mathml else _LISTED.sub(r"\1;", commas)
