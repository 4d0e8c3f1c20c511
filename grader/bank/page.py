"""A lesson's Markdown, as far as other files lean on it: anchors, containers, links, formulas, computed numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from grader.model import Lang

CODE = re.compile(r"^(```+|~~~+).*?^\1[^\n]*$|(`+)(?!`).+?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^(#{1,4}) +(.*?)(?: *\{#([^}\s]+)\})? *$", re.MULTILINE)
CONTAINER = re.compile(r"^::: *([a-z]+)(?: +(.*?))? *$", re.MULTILINE)
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
FORMULA = re.compile(r"\$\$(.+?)\$\$|(?<![\\$])\$(?!\$)([^$\n]+?)(?<!\\)\$", re.DOTALL)
COMPUTED = re.compile(r"\{\{\s*([a-z0-9-]+)\s*:\s*(.+?)\s*(?:\|\s*([^|{}]+?)\s*)?\}\}(?!\})", re.DOTALL)
EXPLORABLES = ("tfidf", "decay", "attention")  # what `::: explore` may name


@dataclass(frozen=True, slots=True)
class Part:
    """Something found in a page: its text, what goes with it, and its line."""

    name: str
    more: str
    line: int


@dataclass(frozen=True)
class Page:
    """The text of a lesson in one language."""

    file: str
    lang: Lang
    source: str

    @cached_property
    def text(self) -> str:
        """The source with code blanked out, line for line."""
        return CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), self.source)

    @cached_property
    def headings(self) -> tuple[Part, ...]:
        """Titles with their anchors, which may be empty."""
        return tuple(self._parts(HEADING, 2, 3))

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors in order."""
        return tuple(part.more for part in self.headings if part.more)

    @cached_property
    def containers(self) -> tuple[Part, ...]:
        """The containers in order, each with what stands behind its name."""
        return tuple(self._parts(CONTAINER, 1, 2))

    @cached_property
    def links(self) -> tuple[Part, ...]:
        """Where the page links to."""
        return tuple(self._parts(LINK, 1, 1))

    def _parts(self, pattern: re.Pattern[str], name: int, more: int) -> Iterator[Part]:
        for found in pattern.finditer(self.text):
            yield Part(found[name] or "", found[more] or "", self.text.count("\n", 0, found.start()) + 1)


def formulas(text: str) -> Iterator[tuple[str, bool, int]]:
    """The formulas of a Markdown text: LaTeX, whether displayed, and the line within the text."""
    text = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    for found in FORMULA.finditer(text):
        yield found[1] or found[2], found[1] is not None, text.count("\n", 0, found.start()) + 1


def outside_formulas(source: str, change: Callable[[str], str]) -> str:
    """The text with everything that is no formula changed."""
    done, place = "", 0
    for formula in FORMULA.finditer(source):
        done += change(source[place : formula.start()]) + formula[0]
        place = formula.end()
    return done + change(source[place:])
