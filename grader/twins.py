"""Whether a text is written, and the same in Russian and English, as far as a program can tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from grader.model import LANGS, Message, message

BLOCK = re.compile(r"^(```+|~~~+).*?^\1", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"(`+)(.+?)\1", re.DOTALL)
FORMULA = re.compile(r"(?<!\\)(\$\$?)(.+?)(?<!\\)\1", re.DOTALL)
QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
BLANK = re.compile(r"^\s*…\s*$", re.MULTILINE)  # what `zachetka new` leaves
WORDY = re.compile(r"\\(text|operatorname|mathrm)\{[^{}]*\}")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
LATIN = re.compile("[a-z]", re.IGNORECASE)
NAMES_ONLY = 3  # as many words may be a name, such as TF-IDF, that needs no translation

ONLY = {
    "ru": message("`{key}` has {formula} in Russian only: let both languages show the same formulas and code"),
    "en": message("`{key}` has {formula} in English only: let both languages show the same formulas and code"),
}


def differences(key: str, ru: str, en: str) -> Iterator[Message]:
    """What is not written yet, what is in one language only, and texts that are not in their language."""
    if BLANK.search(ru) or BLANK.search(en):
        yield message("`{key}` is still to be written", key=key)
        return
    shown = {"ru": Counter(formulas(ru)), "en": Counter(formulas(en))}
    for lang, other in zip(LANGS, reversed(LANGS), strict=True):
        for formula in list(shown[lang] - shown[other])[:1]:
            yield message(ONLY[lang].id, key=key, formula=formula)
    if len(prose(ru).split()) > NAMES_ONLY and LATIN.search(prose(ru)) and not CYRILLIC.search(ru):
        yield message("`{key}` has no Russian word under `ru:`: translate it", key=key)
    unquoted = QUOTED.sub("", prose(en))
    if len(CYRILLIC.findall(unquoted)) > len(LATIN.findall(unquoted)):
        yield message("`{key}` is in Russian under `en:`: translate it", key=key)


def formulas(text: str) -> list[str]:
    """The formulas and the code of a text, without what differs by language: words, quoted text, decimal commas."""
    text = BLOCK.sub("", text)
    code = [span for _, span in SPAN.findall(text) if span.isascii() and not {"'", '"'} & set(span)]
    math = [body for _, body in FORMULA.findall(SPAN.sub("", text))]
    return [f"`{span}`" for span in code] + [f"${_bare(body)}$" for body in math]


def _bare(formula: str) -> str:
    return " ".join(WORDY.sub(r"\\\1{…}", formula).replace("{,}", ".").split())


def prose(text: str) -> str:
    """A text without its formulas and code."""
    return FORMULA.sub("", SPAN.sub("", BLOCK.sub("", text)))
