"""Sentences in the reader's language: messages become text here and nowhere else."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from grader.model import Lang, Message, Text, Words

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "grader"
_PLACE = re.compile(r"\{\{|\}\}|\{(\w+)(?::(\.\d[efg]))?\}")


def plural(one: str, many: str, /, n: int) -> Message:
    """A message that counts `n` things; gettext keeps both templates of such a sentence in one key."""
    return Message(f"{one}\x00{many}", (("n", n),))


def say(words: Words | None, lang: Lang) -> str:
    """The words in one language; nothing for None.

    A template may come from a worker, so it can name its arguments but not reach into them as str.format would.
    """
    match words:
        case None:
            return ""
        case Text():
            return words.within(lang)
        case Message(template, args):
            known = dict(args)
            return _PLACE.sub(lambda place: _filled(place, known, lang), _template(template, known, lang))
        case float():
            return number(words, lang)
    return str(words)


def number(value: float, lang: Lang, form: str = ".4g") -> str:
    """A number as prose writes it: with a decimal comma in Russian."""
    text = format(value, form)
    return text.replace(".", ",") if lang == "ru" else text


def _template(template: str, args: Mapping[str, Words], lang: Lang) -> str:
    one, counted, many = template.partition("\x00")
    if not counted:
        return _catalogue(lang).gettext(template) if template else ""
    n = args.get("n")
    return _catalogue(lang).ngettext(one, many, n if isinstance(n, int) else 0)


def _filled(place: re.Match[str], args: Mapping[str, Words], lang: Lang) -> str:
    name, form = place.groups()
    if name is None or name not in args:
        return place[0][0] if name is None else place[0]
    value = args[name]
    if form and isinstance(value, int | float):
        return number(value, lang, form)
    return say(value, lang)


@lru_cache
def _catalogue(lang: Lang) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE, [lang], fallback=True)
