"""A page of the site: its path, its head, and the template that draws it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.markup.markup import title
from grader.model import Course, Lang, Message, Text, Words
from grader.pages.address import Address
from grader.words import number, say

TEMPLATES = "site/templates"
BUILD = "build-to-be-known"  # stands in every page until all files are known
NAMES: Mapping[Lang, str] = {"ru": "Русский", "en": "English"}
LOCALES: Mapping[Lang, str] = {"ru": "ru_RU", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Page:
    """What every template needs to know. `section` is the entry of the menu it belongs to."""

    path: str
    template: str
    title: str
    description: str
    section: str = ""
    kind: str = "page"
    content: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Book:
    """What the pages of one language share."""

    course: Course
    lang: Lang
    langs: tuple[Lang, ...]
    address: Address

    def render(self, page: Page) -> str:
        """The page as HTML."""
        own = self.address.page(self.lang, page.path)
        twins = {lang: self.address.page(lang, page.path) for lang in self.langs}
        return templates(self.course.root).get_template(f"{page.template}.html").render(
            page=page,
            lang=self.lang,
            course=self.course.title.within(self.lang),
            here=own,
            whole=self.address.whole,
            origin=self.address.origin,
            twins=twins,
            names=NAMES,
            locales=LOCALES,
            base=self.address.base,
            build=BUILD,
            url=lambda path="": self.address.page(self.lang, path),
            file=self.address.file,
            **_words(self.lang),
            **page.content,
        )  # fmt: skip


def _words(lang: Lang) -> dict[str, Callable[..., str]]:
    """How templates speak: `_("Lessons")`, `n_("{n} card", "{n} cards", 3)`, texts of the course, numbers."""

    def tell(text: str, **args: Words) -> str:
        return say(Message(text, tuple(args.items())), lang)

    def count(one: str, many: str, n: int) -> str:
        return say(Message(f"{one}\x00{many}", (("n", n),)), lang)

    def own(text: Text) -> Markup:
        return Markup(title(text.within(lang), lang))

    return {"_": tell, "n_": count, "own": own, "html": Markup, "numeral": lambda value: number(value, lang)}


@lru_cache
def templates(root: Path) -> Environment:
    """The templates of a course."""
    return Environment(
        loader=FileSystemLoader(root / TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=True,
    )
