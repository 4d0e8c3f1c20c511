"""The Markdown of a course, parsed: CommonMark with tables, dollar mathematics, boxes and anchors on headings."""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from grader.markup.beside import beside
from grader.markup.fences import NAMES
from grader.markup.spaces import NBSP, spaced
from grader.model import Lang

_ANCHOR = re.compile(r"\s*\{#([^}\s]+)\}\s*$")
# What stands at the sides of a formula without a space.
_TAIL = re.compile(r"^[^\s\u00a0—–]+")
_HEAD = re.compile(r"[(«“„\[]+$")


def parser(lang: Lang) -> MarkdownIt:
    """A parser whose tokens carry anchors and no-break spaces."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "html_inline"])
    dollarmath_plugin(markdown, allow_labels=False, allow_space=True, allow_digits=True, double_inline=True)
    for name in NAMES:
        container_plugin(markdown, name, validate=_named(name))
    markdown.core.ruler.before("inline", "anchors", _anchors)
    markdown.core.ruler.push("lines", _lines)
    markdown.core.ruler.push("spaces", lambda state: _spaces(state, lang))
    markdown.core.ruler.push("hugged", _hugged)
    markdown.core.ruler.push("beside", beside)
    return markdown


def _named(name: str) -> Any:
    def validate(info: str, *_: Any) -> bool:
        return info.strip().split(" ", 1)[0] == name

    return validate


def _anchors(state: StateCore) -> None:
    """Take `{#anchor}` off the headings and keep it as their id."""
    for heading, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if heading.type == "heading_open" and (found := _ANCHOR.search(inline.content)):
            inline.content = inline.content[: found.start()]
            heading.attrSet("id", found[1])


def _lines(state: StateCore) -> None:
    """Note on every piece of a paragraph how many lines of the source lie above it."""
    for token in state.tokens:
        below = (token.map or [0])[0]
        for child in token.children or []:
            child.meta["line"] = below
            below += (child.type in ("softbreak", "hardbreak")) + child.content.count("\n")


def _spaces(state: StateCore, lang: Lang) -> None:
    """Set no-break spaces in all running text, and turn line breaks of the source into spaces."""
    for token in state.tokens:
        children = token.children or []
        for number, child in enumerate(children):
            if child.type == "text":
                child.content = spaced(child.content, lang)
            elif child.type == "softbreak":
                child.content = _between(children, number, lang)


def _between(children: list[Token], number: int, lang: Lang) -> str:
    """The space a line break stands for, as it would be set in one line."""
    before = children[number - 1].content if number and children[number - 1].type == "text" else ""
    after = children[number + 1].content if number + 1 < len(children) else ""
    left, right = before.rsplit(" ", 1)[-1].rsplit(NBSP, 1)[-1], after.split(" ", 1)[0]
    return NBSP if NBSP in spaced(f"{left} {right}", lang)[len(left) :] else " "


def _hugged(state: StateCore) -> None:
    """Give a formula in a line the punctuation at its sides, so that no line begins with a comma."""
    for token in state.tokens:
        children = token.children or []
        for number, child in enumerate(children):
            if child.type != "math_inline":
                continue
            before = children[number - 1] if number else None
            after = children[number + 1] if number + 1 < len(children) else None
            if before and before.type == "text" and (head := _HEAD.search(before.content)):
                child.meta["head"], before.content = head[0], before.content[: head.start()]
            if after and after.type == "text" and (tail := _TAIL.match(after.content)):
                child.meta["tail"], after.content = tail[0], after.content[tail.end() :]
