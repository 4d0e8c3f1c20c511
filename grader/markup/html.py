"""How each token becomes HTML where CommonMark's own way will not do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from grader.markup.boxes import closing, opening, placed
from grader.markup.fences import NAMES
from grader.markup.formula import BadFormula, formula
from grader.markup.place import Place
from grader.markup.program import known, program
from grader.markup.spaces import unbroken
from grader.model import message
from grader.words import say

Rule = Callable[[RendererHTML, Sequence[Token], int, OptionsDict, EnvType], str]
EMPTY = ("example", "explore")


def _formula(token: Token, env: EnvType, below: int, *, display: bool) -> str:
    try:
        return formula(token.content, env["lang"], display=display)
    except BadFormula as error:
        place: Place = env["place"]
        if not env.get("quiet"):
            place.complain(
                message("the formula {latex} cannot be set: {why}", latex=token.content.strip(), why=str(error)), below
            )
        return ""


def math_block(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, env: EnvType) -> str:
    """A formula on lines of its own; it may be scrolled where it is too wide."""
    below = (tokens[n].map or [0])[0]
    return f'<div class="formula">{_formula(tokens[n], env, below, display=True)}</div>\n'


def math_inline(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, env: EnvType) -> str:
    """A formula in a line, kept together with the punctuation at its sides."""
    html = _formula(tokens[n], env, tokens[n].meta["line"], display=False)
    head, tail = (escape(tokens[n].meta.get(side, "")) for side in ("head", "tail"))
    return f'<span class="nobr">{head}{html}{tail}</span>' if head or tail else html


def math_inline_double(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, env: EnvType) -> str:
    """A displayed formula inside a paragraph."""
    below = tokens[n].meta["line"]
    return f'<span class="formula">{_formula(tokens[n], env, below, display=True)}</span>'


def text(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, ___: EnvType) -> str:
    """Words; short compounds are not parted."""
    return unbroken(escape(tokens[n].content, quote=False))


def softbreak(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, ___: EnvType) -> str:
    """A space, set when the text was parsed."""
    return tokens[n].content or " "


def fence(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, env: EnvType) -> str:
    """A program."""
    language = tokens[n].info.strip()
    if not known(language):
        place: Place = env["place"]
        words = message("programs in '{language}' cannot be shown: use python, or text", language=language)
        place.complain(words, (tokens[n].map or [0])[0])
        language = ""
    return f'<pre class="code"><code>{program(tokens[n].content, language)}</code></pre>\n'


def code_inline(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, ___: EnvType) -> str:
    """A word of a program; it is in no human language."""
    return f'<code translate="no">{escape(tokens[n].content, quote=False)}</code>'


def link_open(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, env: EnvType) -> str:
    """The beginning of a link, its target resolved."""
    href = str(tokens[n].attrGet("href") or "")
    if href.startswith("https://"):
        return f'<a class="outside" href="{escape(href)}" rel="noopener">'
    place: Place = env["place"]
    target = place.resolve(href)
    if target is None:
        if not env.get("quiet"):
            words = message("the link {link} leads nowhere", link=href)
            place.complain(words, tokens[n].meta["line"])
        return "<a>"
    kind = f' class="{target.kind}"' if target.kind else ""
    return f'<a{kind} href="{escape(target.url)}">'


def heading_open(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, ___: EnvType) -> str:
    """A heading that can be linked to."""
    return f'<{tokens[n].tag} id="{escape(str(tokens[n].attrGet("id") or ""))}">'


def heading_close(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, env: EnvType) -> str:
    """The end of a heading, with a link to itself."""
    anchor = escape(str(tokens[n - 2].attrGet("id") or ""))
    label = say(message("Link to this section"), env["lang"])
    own = f' <a class="here" href="#{anchor}" aria-label="{label}" data-pagefind-ignore>§</a>' if anchor else ""
    return f"{own}</{tokens[n].tag}>\n"


def table_open(*_: Any) -> str:
    """A table that may be scrolled where it is too wide."""
    return '<div class="wide"><table>\n'


def table_close(*_: Any) -> str:
    """The end of a table."""
    return "</table></div>\n"


def cell_open(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, ___: EnvType) -> str:
    """A cell; its alignment is a class, for pages have no inline styles."""
    side = str(tokens[n].attrGet("style") or "").removeprefix("text-align:")
    return f'<{tokens[n].tag} class="{side}">' if side in ("right", "center") else f"<{tokens[n].tag}>"


def beside_open(*_: Any) -> str:
    """A paragraph with the box that stands in the margin beside it."""
    return '<div class="beside">\n'


def beside_close(*_: Any) -> str:
    """The end of both."""
    return "</div>\n"


def box(name: str, *, opens: bool) -> Rule:
    """The rule of a box."""

    def rule(_: RendererHTML, tokens: Sequence[Token], n: int, __: OptionsDict, env: EnvType) -> str:
        rest = tokens[n].info.strip().partition(" ")[2].strip()
        if name in EMPTY:
            return placed(name, rest, env["place"], (tokens[n].map or [0])[0]) if opens else ""
        return opening(name, rest, env["title"], env["lang"]) if opens else closing(name)

    return rule


RULES: Mapping[str, Rule] = {
    "math_block": math_block,
    "math_inline": math_inline,
    "math_inline_double": math_inline_double,
    "text": text,
    "softbreak": softbreak,
    "fence": fence,
    "code_inline": code_inline,
    "link_open": link_open,
    "heading_open": heading_open,
    "heading_close": heading_close,
    "table_open": table_open,
    "table_close": table_close,
    "th_open": cell_open,
    "td_open": cell_open,
    "beside_open": beside_open,
    "beside_close": beside_close,
    **{f"container_{name}_open": box(name, opens=True) for name in NAMES},
    **{f"container_{name}_close": box(name, opens=False) for name in NAMES},
}
