"""The inflected forms of Russian words and phrases: «обратная частота слова», «обратной частоты слова» and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NUMBERS = ("sing", "plur")
_RUSSIAN = re.compile(r"[а-яё]+(-[а-яё]+)*", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_ALIKE = {  # a participle is a form of its verb too, but no answer that was given in another form
    "ADJF": {"ADJF", "ADJS"},
    "PRTF": {"PRTF", "PRTS"},
    "INFN": {"INFN", "VERB"},
    "VERB": {"INFN", "VERB"},
}
_AGREES = {"ADJF", "PRTF"}


@lru_cache(maxsize=4096)
def forms(phrase: str) -> tuple[str, ...]:
    """The phrase and all its forms; only the phrase where it is not Russian or has no head to inflect.

    In a phrase the head is the first noun in the nominative; the adjectives before it agree, what follows stays.
    """
    words = phrase.split()
    if not words or not _CYRILLIC.search(phrase):
        return (phrase,)
    found = _of_word(words[0]) if len(words) == 1 else _of_phrase(words)
    return tuple(dict.fromkeys([phrase, *found]))


def _of_word(word: str) -> Iterator[str]:
    if not _RUSSIAN.fullmatch(word):
        first, hyphen, last = word.rpartition("-")  # softmax-функция
        yield from (f"{first}{hyphen}{form}" for form in (forms(last) if first else ()))
        return
    parses = [parse for parse in _analyzer().parse(word) if _base(parse)]
    lemmas = {(parse.normal_form, parse.tag.POS): parse for parse in parses if parse.is_known or not parses[0].is_known}
    for parse in lemmas.values():
        alike = _ALIKE.get(parse.tag.POS, {parse.tag.POS})
        yield from (form.word for form in parse.lexeme if form.tag.POS in alike)


def _base(parse: Parse) -> bool:
    """Whether this reading is one in which a word is asked for: nominative, infinitive, or a word without cases."""
    return parse.tag.case in ("nomn", None)


def _of_phrase(words: list[str]) -> Iterator[str]:
    place = next((place for place, word in enumerate(words) if not _stands_before_a_head(word)), len(words) - 1)
    head = _reading(words[place], {"NOUN"})
    if head is None:
        return
    for number in NUMBERS:
        for case in CASES:
            noun = head.inflect({number, case})
            before = [_agreed(word, head, number, case) for word in words[:place]]
            if noun is not None and None not in before:
                yield " ".join([*map(str, before), noun.word, *words[place + 1 :]])


def _stands_before_a_head(word: str) -> bool:
    """Whether it is an adjective, or a foreign word such as one-hot."""
    return not _CYRILLIC.search(word) or _reading(word, _AGREES) is not None


def _reading(word: str, kinds: set[str]) -> Parse | None:
    """The word as a nominative of one of these parts of speech."""
    if not _RUSSIAN.fullmatch(word):
        return None
    known = (parse for parse in _analyzer().parse(word) if parse.tag.POS in kinds and parse.tag.case == "nomn")
    return next(known, None)


def _agreed(word: str, noun: Parse, number: str, case: str) -> str | None:
    """The form of what stands before a noun."""
    adjective = _reading(word, _AGREES)
    if adjective is None:
        return word
    gender, animacy = noun.tag.gender, noun.tag.animacy or "inan"
    wanted = {number, case}
    if number == "sing" and gender in ("masc", "femn", "neut"):
        wanted.add(gender)
    if case == "accs" and (number == "plur" or gender == "masc"):
        wanted.add(animacy)
    form = adjective.inflect(wanted)
    return form.word if form else None


@lru_cache(maxsize=1)
def _analyzer() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
