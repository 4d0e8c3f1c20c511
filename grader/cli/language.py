"""The language of a command line: `--lang`, else the locale; click's own sentences follow it."""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Mapping

from grader.model import Lang, Message
from grader.words import LOCALE, say


def spoken(text: str) -> str:
    """The text itself, marked for the extractor; it is translated when help is shown."""
    return text


def preferred(environment: Mapping[str, str]) -> Lang:
    """Russian in a Russian locale, English in any other, "C" included."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((name for name in names if name), None)
    if chosen is None and os.name == "nt":
        chosen = locale.getlocale()[0]
    return "ru" if (chosen or "").lower().startswith("ru") else "en"


def speak(lang: Lang) -> None:
    """Make click speak the language too; it asks the process-wide catalogue."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain("click", LOCALE)
    gettext.textdomain("click")


def translated(text: str | None, lang: Lang) -> str:
    """A sentence marked in the source, in the language; nothing for None."""
    return say(Message(text or ""), lang)
