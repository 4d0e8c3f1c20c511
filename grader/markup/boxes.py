"""Boxes of a lesson to HTML: what stands around the text of each."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from grader.markup.place import Place
from grader.model import Lang, message
from grader.words import say

# The title of a box is Markdown too: it comes rendered.
Title = Callable[[str], str]
SHORT, MISTAKE, PRACTISE = message("In short"), message("Common mistake"), message("Practise")
CLOSING = {"answer": "</div>\n", "misreading": "</aside>\n", "note": "</aside>\n", "practise": "</section>\n"}


def opening(name: str, rest: str, title: Title, lang: Lang) -> str:
    """What stands before the text of a box."""
    match name:
        case "answer":
            return f'<div class="answer"><p class="label">{say(SHORT, lang)}</p>\n'
        case "misreading":
            claim = f'<p class="claim">{_quoted(title(rest), lang)}</p>'
            return f'<aside class="misreading"><p class="label">{say(MISTAKE, lang)}</p>\n{claim}\n'
        case "note":
            return f'<aside class="note"><p class="label">{title(rest)}</p>\n'
        case "practise":
            return f'<section class="practise"><h2 id="practise">{say(PRACTISE, lang)}</h2>\n'
    return ""


def closing(name: str) -> str:
    """What stands after the text of a box."""
    return CLOSING.get(name, "")


def placed(name: str, id: str, place: Place, line: int) -> str:
    """What a box without text stands for; a problem when there is nothing of that id."""
    found = place.place(name, id)
    if found is None:
        place.complain(message("there is no {kind} '{name}' in this lesson", kind=name, name=id), line)
    return found or f'<div data-missing="{escape(id)}"></div>'


def _quoted(claim: str, lang: Lang) -> str:
    if claim[:1] in '«“"':
        return claim
    return f"«{claim}»" if lang == "ru" else f"“{claim}”"
