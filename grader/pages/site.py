"""A whole site from a course: every file as bytes, by its path."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from grader.first import KEPT
from grader.model import LANGS, Course, Lang, ZachetkaError, message
from grader.pages import address as at
from grader.pages.address import Address
from grader.pages.apart import apart
from grader.pages.assets import assets
from grader.pages.decks import Plain, lesson_data, lesson_pages, topic_deck, written
from grader.pages.exercises import exercise_page, exercises_page
from grader.pages.lessons import lesson_page
from grader.pages.lists import list_pages
from grader.pages.material import Material, asked, lesson_digest, material
from grader.pages.memory import Key, Memory, digest, digest_of
from grader.pages.outside import outside
from grader.pages.page import BUILD, TEMPLATES, Book, Page
from grader.pages.press import Press
from grader.pages.strings import strings
from grader.words import say

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Site:
    """What is built: the course, the languages, the address; and what was made before."""

    course: Course
    langs: tuple[Lang, ...]
    address: Address
    memory: Memory = field(default_factory=Memory, repr=False)

    def files(self) -> Files:
        """All files of the site but the search index."""
        found = material(self.course, self.memory)
        files = assets(self.course.root)
        shape = _shape(found)
        for own in self._languages(found, shape):
            files |= own
        files |= outside(Book(self.course, self.langs[0], self.langs, self.address), files)
        self.memory.forget()
        return stamped(files)

    def _languages(self, found: Material, shape: str) -> Iterator[Files]:
        """The files of each language. The first time each has a process of its own."""
        first, *others = self.langs
        if self._known(found, first, shape):
            yield from (self._language(found, lang, shape) for lang in self.langs)
            return
        waiting = [apart(partial(self._alone, found, lang, shape)) for lang in others]
        yield self._language(found, first, shape)
        for result in waiting:
            files, made = result()
            self.memory.kept |= made
            self.memory.keys |= set(made)
            yield files

    def _alone(self, found: Material, lang: Lang, shape: str) -> tuple[Files, dict[Key, Any]]:
        """The files of a language, and what is to be remembered of it."""
        before = set(self.memory.kept)
        files = self._language(found, lang, shape)
        return files, {key: made for key, made in self.memory.kept.items() if key not in before}

    def _known(self, found: Material, lang: Lang, shape: str) -> bool:
        return any(self._key(id, lang, shape) in self.memory.kept for id in found.lessons)

    def _key(self, id: str, lang: Lang, shape: str) -> Key:
        return ("files", id, lang, shape, lesson_digest(self.course, id))

    def _language(self, found: Material, lang: Lang, shape: str) -> Files:
        press = Press(found, lang, self.address)
        book = Book(self.course, lang, self.langs, self.address)
        files: Files = {}
        decks = {}
        for id in found.lessons:
            own, decks[id] = self.memory.made(self._key(id, lang, shape), partial(_lesson, press, book, id))
            files |= own
        for topic in self.course.topics:
            cards = [one for lesson in topic.lessons for one in decks[lesson.id]]
            files |= _drawn(book, [topic_deck(press, topic, cards)])
            files[f"{lang}/{at.cards(topic.id)}cards.json"] = written(cards).encode()
        files[f"{lang}/cards/all.json"] = written(list(_index(press, decks))).encode()
        files[f"{lang}/course.json"] = written(list(_course(press, decks))).encode()
        files[f"{lang}/strings.json"] = written(strings(self.course.root, lang)).encode()
        statements = digest_of(self.course.root, "questions/*/exercises.yaml", KEPT)
        files |= self.memory.made(("exercises", lang, shape, statements), partial(_exercises, press, book))
        return files | _drawn(book, list_pages(press))


def _lesson(press: Press, book: Book, id: str) -> tuple[Files, list[Plain]]:
    """The files of a lesson, and its cards."""
    lesson = press.material.lessons[id]
    data = lesson_data(press, lesson)
    files = _drawn(book, [lesson_page(press, lesson), *lesson_pages(press, lesson, data)])
    for name, entries in data.items():
        files[f"{press.lang}/{at.lesson(id)}{name}.json"] = written(entries).encode()
    return files, data["cards"]


def _exercises(press: Press, book: Book) -> Files:
    files: Files = {}
    for exercise in press.material.course.exercises.values():
        page, starter = exercise_page(press, exercise)
        files |= _drawn(book, [page])
        if starter:
            files[f"{press.lang}/{page.path}{exercise.function}.py"] = starter.encode()
    title = say(message("Exercises"), press.lang)
    description = say(message("Functions to write; zachetka check tells what is wrong."), press.lang)
    return files | _drawn(book, [exercises_page(press, title, description)])


def site(course: Course, langs: tuple[str, ...], base_url: str) -> Site:
    """A site to build; a ZachetkaError when a language is not known."""
    unknown = [lang for lang in langs if lang not in LANGS]
    if unknown or not langs:
        names = ", ".join(unknown) or "–"
        raise ZachetkaError(message("there is no language {names}: write --lang ru,en, ru or en", names=names))
    return Site(course, tuple(lang for lang in LANGS if lang in langs), at.address(base_url))


def _drawn(book: Book, pages: Iterable[Page]) -> Files:
    return {f"{book.lang}/{page.path}index.html": book.render(page).encode() for page in pages}


def _index(press: Press, decks: dict[str, list[Plain]]) -> Iterator[Plain]:
    """The decks of all lessons that have cards."""
    for id, cards in decks.items():
        if cards:
            title = press.material.bank.lessons[id].title.within(press.lang)
            yield {"lesson": id, "title": title, "url": f"{press.url(at.lesson(id))}cards.json"}


def _course(press: Press, decks: dict[str, list[Plain]]) -> Iterator[Plain]:
    """All lessons, with the ids that a reader has progress under."""
    for id, lesson in press.material.lessons.items():
        yield {
            "id": id,
            "title": lesson.bank.title.within(press.lang),
            "url": press.url(at.lesson(id)),
            "cards": [card["id"] for card in decks[id]],
            "questions": [question.id for question in asked(lesson)],
        }


def _shape(found: Material) -> str:
    """A digest of what one lesson sees of the rest: titles, anchors, exercises, terms, code, templates."""
    seen = [
        (one.id, one.title, one.before, len(one.cards), [page.anchors for page in one.pages.values()])
        for one in found.bank.lessons.values()
    ]
    code = digest_of(found.course.root, f"{TEMPLATES}/*.html", "solutions/**/*.py")
    return digest([seen, found.course.topics, list(found.course.exercises), found.bank.terms, code])


def stamped(files: Files) -> Files:
    """The files with the name of the build in every page: a digest of everything, so the same for the same course."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.encode() + b"\0" + hashlib.sha256(files[path]).digest())
    build = digest.hexdigest()[:12].encode()
    pages = {path: data.replace(BUILD.encode(), build) for path, data in files.items() if path.endswith(".html")}
    return {**files, **pages, "files.json": listed({**files, **pages}, build.decode())}


def listed(files: Files, build: str) -> bytes:
    """What the service worker keeps for reading without a network: each file with a digest."""
    digests = {path: hashlib.sha256(data).hexdigest()[:12] for path, data in sorted(files.items())}
    return written({"build": build, "files": digests}).encode()
