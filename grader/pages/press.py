"""Texts of the course to HTML in one language: links lead to pages of the site, mistakes are located."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from grader.bank.entry import Both
from grader.markup.markup import Rendered, blocks, line, page
from grader.markup.place import Place, Placer, Target, nothing
from grader.model import Lang, Text
from grader.pages import address as at
from grader.pages.address import Address
from grader.pages.material import Material

_TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Press:
    """The material, the language, and where the pages will be."""

    material: Material
    lang: Lang
    address: Address

    def url(self, path: str) -> str:
        """The link to a page in this language."""
        return self.address.page(self.lang, path)

    def say(self, text: Text | Both, where: str) -> str:
        """A text of one paragraph, without an element around it."""
        return line(self._own(text), self.lang, self._place(where, ""))

    def blocks(self, text: Text | Both, where: str) -> str:
        """A text of some paragraphs."""
        return blocks(self._own(text), self.lang, self._place(where, ""))

    def said(self, text: str, where: str, lesson: str = "") -> str:
        """A text that is in this language already."""
        return line(text, self.lang, self._place(where, lesson))

    def page(self, text: str, where: str, lesson: str, place: Placer) -> Rendered:
        """The text of a lesson."""
        return page(text, self.lang, self._place(where, lesson, place))

    def place(self, kind: str, id: str) -> str:
        """file:line of an entry of the bank."""
        return self.material.bank.places.get((kind, id), "questions")

    def _own(self, text: Text | Both) -> str:
        return text.ru if self.lang == "ru" else text.en

    def _place(self, where: str, lesson: str, place: Placer = nothing) -> Place:
        file, _, number = where.rpartition(":")
        if not number.isdigit():
            file, number = where, "1"
        return Place(file, int(number), lambda link: self.resolve(link, lesson), place)

    def resolve(self, link: str, lesson: str = "") -> Target | None:
        """The page that a link of the course means."""
        kind, _, id = link.partition(":")
        if kind == "exercise":
            exercise = self.material.course.exercises.get(id)
            return Target(self.url(at.exercise(id)), kind="exercise") if exercise else None
        if kind == "term":
            known = any(one.id == id for one in self.material.bank.terms)
            return Target(f"{self.url('terms/')}#{id}", kind="term") if known else None
        name, mark, anchor = link.partition("#")
        found = self.material.bank.lessons.get(name or lesson)
        if found is None or (mark and found.pages and anchor not in (*found.pages[self.lang].anchors, "practise")):
            return None
        path = self.url(at.lesson(found.id)) if name else ""
        return Target(f"{path}{mark}{anchor}", kind="lesson" if name else "")


def plain(html: str) -> str:
    """The words of a piece of HTML, for titles and descriptions."""
    return re.sub(r"\s+", " ", unescape(_TAGS.sub("", html))).strip()
