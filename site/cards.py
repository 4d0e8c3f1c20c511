"""Draws the pictures that a link to the site is shown with: `python site/cards.py` writes site/static/card-*.png.

Needs Playwright and Chromium. The pictures are kept, since not every machine that builds the site has a browser.
"""

from __future__ import annotations

import shutil
import tempfile
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from grader.directory import find_course
from grader.load import load_course
from grader.model import LANGS, Course, Lang

SITE = Path(__file__).resolve().parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NAME = {"ru": "Зачётка", "en": "Zachetka"}
BELOW = {
    "ru": "Уроки, карточки и задачи с проверкой кода",
    "en": "Lessons, flashcards and exercises that check your code",
}
# Lessons by number, each with the mark that a reader might have.
ROWS = {4: "100 %", 10: "64 %", 13: ""}
STYLE = """
body { margin: 0; padding: 70px 84px; width: 1032px; height: 490px; background: var(--paper); color: var(--ink); }
header { font: 600 33px/1.4 var(--text); }
h1 { margin: 42px 0 18px; font: 500 88px/1.1 var(--text); letter-spacing: -0.01em; }
p { margin: 0 0 44px; font: 400 28px/1.3 var(--sans); color: var(--soft); }
table { width: 100%; border-collapse: collapse; border-top: 2px solid var(--ink); }
td { padding: 12px 0; font: 400 31px/1.5 var(--text); border-bottom: 1px solid var(--rule); }
td:first-child { width: 60px; font: 400 24px/1.5 var(--sans); color: var(--soft); }
td:last-child { text-align: right; font-style: italic; color: var(--accent); }
tr:last-child td { border: 0; }
"""


def card(course: Course, lang: Lang) -> str:
    """The page that is pictured."""
    lessons = [one for topic in course.topics for one in topic.lessons]
    rows = "".join(
        f"<tr><td>{n}</td><td>{escape(lessons[n - 1].title.within(lang))}</td><td>{mark}</td></tr>"
        for n, mark in ROWS.items()
    )
    sheets = [(SITE / f"styles/{name}.css").read_text(encoding="utf-8") for name in ("colours", "fonts")]
    style = "".join(sheets).replace('url("fonts/', f'url("{SITE.as_uri()}/fonts/') + STYLE
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><style>{style}</style><header>{NAME[lang]}</header>'
        f"<h1>{escape(course.title.within(lang))}</h1><p>{BELOW[lang]}</p><table>{rows}</table>"
    )


def main() -> None:
    """A picture for each language."""
    course = load_course(find_course(None))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1200, "height": 630}, color_scheme="light")
        for lang in LANGS:
            file = Path(name, f"{lang}.html")
            file.write_text(card(course, lang), encoding="utf-8")
            page.goto(file.as_uri())
            page.evaluate("document.fonts.ready")
            page.screenshot(path=SITE / f"static/card-{lang}.png")
        chromium.close()


if __name__ == "__main__":
    main()
