"""The sentences of the script in one language.

The script lists them in site/ts/strings.json: English, and a first Russian that the catalogue overrules.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from grader.model import Lang, Message
from grader.words import say

LIST = "site/ts/strings.json"


def strings(root: Path, lang: Lang) -> dict[str, str]:
    """Each sentence and its translation; an English sentence is its own key."""
    sentences: dict[str, str] = json.loads((root / LIST).read_bytes())
    said = {sentence: say(Message(sentence), lang) for sentence in sentences}
    if lang == "ru":
        said |= {sentence: first for sentence, first in sentences.items() if said[sentence] == sentence}
    return said


def extract(file: IO[bytes], *_: Any, **__: Any) -> Iterator[tuple[int, None, str, list[str]]]:
    """The sentences for the gettext catalogue, as Babel wants them."""
    for sentence in json.load(file):
        yield 0, None, sentence, []
