"""What stands outside the languages: the chooser, the page for the lost, what search engines and browsers ask for."""

from __future__ import annotations

import json

from grader.model import Lang, message
from grader.pages.page import NAMES, Book, Page
from grader.words import say

Files = dict[str, bytes]
PRIORITY = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def outside(book: Book, files: Files) -> Files:
    """The files at the root; `files` are all pages."""
    said = {lang: _lost(lang) for lang in book.langs}
    lost = Page("", "404", said[book.lang][0], said[book.lang][1], content={"said": said})
    chooser = Page("", "chooser", book.course.title.within(book.lang), "", content={"titles": book.course.title})
    return {
        "index.html": book.render(chooser).encode(),
        "404.html": book.render(lost).encode(),
        "manifest.webmanifest": _manifest(book).encode(),
        **_for_robots(book, files),
    }


def _lost(lang: Lang) -> tuple[str, str]:
    return say(message("There is no such page"), lang), say(message("To the lessons"), lang)


def _for_robots(book: Book, files: Files) -> Files:
    """What search engines ask for. A sitemap has whole addresses only, so without an origin there is none."""
    rules = "User-agent: *\nAllow: /\n"
    if not book.address.origin:
        return {"robots.txt": rules.encode()}
    map = book.address.whole(book.address.file("sitemap.xml"))
    return {"robots.txt": f"{rules}Sitemap: {map}\n".encode(), "sitemap.xml": _sitemap(book, files).encode()}


def _sitemap(book: Book, files: Files) -> str:
    """Every page, with its twins in the other languages."""
    rows = []
    for path in sorted(files):
        lang, _, rest = path.partition("/")
        if not path.endswith("index.html") or lang not in NAMES:
            continue
        rest = rest.removesuffix("index.html")
        link = {one: book.address.whole(book.address.page(one, rest)) for one in book.langs}
        twins = "".join(f'<xhtml:link rel="alternate" hreflang="{one}" href="{url}"/>' for one, url in link.items())
        own = book.address.whole(book.address.file(f"{lang}/{rest}"))
        rows.append(f"<url><loc>{own}</loc>{twins}</url>")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {PRIORITY}>\n' + "\n".join(rows) + "\n</urlset>\n"


def _manifest(book: Book) -> str:
    """What a browser needs to keep the site as an application."""
    return json.dumps(
        {
            "name": f"Зачётка. {book.course.title.within(book.lang)}" if book.lang == "ru" else "Zachetka",
            "short_name": "Зачётка" if book.lang == "ru" else "Zachetka",
            "lang": book.lang,
            "start_url": book.address.base,
            "scope": book.address.base,
            "display": "minimal-ui",
            "background_color": "#ffffff",
            "theme_color": "#34399f",
            "icons": [{"src": book.address.file("assets/icon.svg"), "sizes": "any", "type": "image/svg+xml"}],
        },
        ensure_ascii=False,
        indent=1,
    )
