"""Words as they are compared: without the differences that no reader sees as a mistake."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = "«»‹›„“”‟\"'‘’‚‛`´′″‴＂＇"
_DASHES = "-‐‑‒–—―−﹘﹣－"
_DROP = str.maketrans(dict.fromkeys(_QUOTES, "") | dict.fromkeys(_DASHES, "-"))
_END = re.compile(r"[.!?\s]+$")
MOST_TURNS = 4


def fold(text: str) -> str:
    """Small letters, е for ё, one kind of dash and blank, neither quotes nor a final full stop.

    What folds to itself stays as it is: small letters and compatibility forms can bring each other back, so a few turns
    may be needed.
    """
    for _ in range(MOST_TURNS):
        folded = _once(text)
        if folded == text:
            break
        text = folded
    return text


def _once(text: str) -> str:
    text = "".join(sign for sign in text.translate(_DROP) if unicodedata.category(sign) != "Cf")
    text = unicodedata.normalize("NFKC", text).lower()
    text = unicodedata.normalize("NFKC", text).replace("ё", "е").translate(_DROP)
    return _END.sub("", " ".join(text.split()))
