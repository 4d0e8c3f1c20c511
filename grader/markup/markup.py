"""Markdown to HTML in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from grader.markup.fences import misplaced
from grader.markup.html import RULES
from grader.markup.parser import parser
from grader.markup.place import Place, nothing, nowhere
from grader.markup.spaces import spaced, unbroken
from grader.model import Lang, message
from grader.problems import CourseErrors

PLAIN = Place("", 1, nowhere, nothing)
# Links, boxes and headings depend on where a text stands.
_MARKED = re.compile(r"[^\w .,;:?!()«»„“”’—–%=/+-]|^\s*(\d+[.)]|[-+=#])|__|_\b|\b_|^ {4}|  $")
_REFERS = re.compile(r"\]\(|^\s*:::|<https:|^#", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section of a text: its anchor, its title as HTML, and 2 for `##`."""

    anchor: str
    html: str
    level: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML, and its sections in order."""

    html: str
    headings: tuple[Heading, ...]


def page(text: str, lang: Lang, place: Place) -> Rendered:
    """A whole text with sections and boxes; CourseErrors with everything that is wrong with it."""
    if _REFERS.search(text):
        return _rendered(text, lang, place)
    return _alone(text, lang) or _rendered(text, lang, place)


@lru_cache(maxsize=50_000)
def _alone(text: str, lang: Lang) -> Rendered | None:
    """The text when it depends on nothing but itself and has no mistake: many texts of a course stand in it twice."""
    try:
        return _rendered(text, lang, replace(PLAIN, problems=[]))
    except CourseErrors:
        return None


def _rendered(text: str, lang: Lang, place: Place) -> Rendered:
    for line, words in misplaced(text):
        place.complain(words, line)
    env = _env(lang, place)
    markdown = _markdown(lang)
    tokens = markdown.parse(text, env)
    headings = tuple(_headings(markdown, tokens, env))
    html = _renderer(markdown).render(tokens, markdown.options, env)
    _checked(place)
    return Rendered(html, headings)


def blocks(text: str, lang: Lang, place: Place) -> str:
    """Some paragraphs as HTML."""
    return page(text, lang, place).html


def line(text: str, lang: Lang, place: Place) -> str:
    """A text of one paragraph, without an element around it; several paragraphs come as blocks."""
    if not _MARKED.search(text):
        return title(text.strip(), lang)
    html = page(text, lang, place).html.strip()
    single = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return html[3:-4] if single else html


def title(text: str, lang: Lang) -> str:
    """A text without any marks as HTML."""
    return unbroken(escape(spaced(text, lang), quote=False))


def _env(lang: Lang, place: Place) -> dict[str, Any]:
    def inline(text: str) -> str:
        markdown = _markdown(lang)
        tokens = markdown.parseInline(text, {})
        return _renderer(markdown).render(tokens, markdown.options, _env(lang, place))

    return {"lang": lang, "place": place, "title": inline}


def _headings(markdown: MarkdownIt, tokens: list[Token], env: dict[str, Any]) -> list[Heading]:
    """The sections, each with its own anchor."""
    place: Place = env["place"]
    found: list[Heading] = []
    for number, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        anchor, below = str(token.attrGet("id") or ""), (token.map or [0])[0]
        if not anchor:
            place.complain(message("the heading has no anchor: end it with {{#anchor}}"), below)
        elif anchor in {one.anchor for one in found}:
            place.complain(message("the anchor '{name}' stands twice: rename one", name=anchor), below)
        children = tokens[number + 1].children or []
        html = _renderer(markdown).renderInline(children, markdown.options, {**env, "quiet": True})
        found.append(Heading(anchor, html, int(token.tag[1:])))
    return found


def _renderer(markdown: MarkdownIt) -> RendererHTML:
    assert isinstance(markdown.renderer, RendererHTML)
    return markdown.renderer


def _checked(place: Place) -> None:
    if place.problems:
        raise CourseErrors(sorted(place.problems, key=lambda one: one.line))


@lru_cache
def _markdown(lang: Lang) -> MarkdownIt:
    markdown = parser(lang)
    for name, rule in RULES.items():
        markdown.add_render_rule(name, rule)
    return markdown
