"""What a typesetter sees to: no-break spaces where a line must not break, and apostrophes."""

from __future__ import annotations

import re

from grader.model import Lang

NBSP = "\u00a0"
_DASH = re.compile(r"[ \u00a0]+(?=[—–](?:\s|$))")
_BEFORE_NUMBER = re.compile(r"(?<=[№§]) (?=\d)")
_COUNTED = re.compile(r"(?<=\d) (?=[а-яёa-z%°])")
# Short words of Russian that lean on the next one; particles lean on the one before.
_LEANING = re.compile(
    r"(?<![\w-])(?:[авикосуя]|во|до|за|из|ко|на|не|ни|но|об|от|по|со|то|бы|же|при|для|без|над|под) (?=\S|$)",
    re.IGNORECASE,
)
_PARTICLE = re.compile(r" (?=(?:бы|же|ли|б|ж|ль)(?![\w-]))")
_SHORTENED = re.compile(r"\b(т|и) (?=[едпк]\.)|\b(т\.) (?=[екдпн]\.)", re.IGNORECASE)
# Text faces have no raised minus and few raised figures: powers are set with their own.
_POWER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]*[⁻⁰⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]*")
_PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "−0123456789")
_COMPOUND = re.compile(r"(?<![\w-])(?:\w{1,4}-\w{1,4}|\w-\w+)(?![\w-])")
_APOSTROPHE = re.compile(r"(?<=[^\W\d])'(?=[^\W\d])|(?<=s)'(?=\s)")
_ARTICLE = re.compile(r"(?<![\w'’-])(?:an?|I) (?=\S|$)", re.IGNORECASE)


def spaced(text: str, lang: Lang) -> str:
    """The text, as long as it was, with no-break spaces before a dash, after short words and before what is counted."""
    text = _APOSTROPHE.sub("’", text)
    text = _DASH.sub(NBSP, text)
    text = _BEFORE_NUMBER.sub(NBSP, text)
    text = _COUNTED.sub(NBSP, text)
    if lang == "en":
        return _ARTICLE.sub(_glued, text)
    text = _SHORTENED.sub(_glued, text)
    text = _LEANING.sub(_glued, text)
    return _PARTICLE.sub(NBSP, text)


def _glued(words: re.Match[str]) -> str:
    return words[0][:-1] + NBSP


def unbroken(html: str) -> str:
    """The HTML of a text without elements: short compounds such as TF-IDF stay in one line, powers are raised."""
    return _COMPOUND.sub(r'<span class="nobr">\g<0></span>', _POWER.sub(_raised, html))


def _raised(power: re.Match[str]) -> str:
    return f"<sup>{power[0].translate(_PLAIN)}</sup>"
