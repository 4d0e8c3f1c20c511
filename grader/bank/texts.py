"""Texts of the bank as the nouns of the project know them."""

from __future__ import annotations

from grader.model import Text
from grader.schema import TextEntry


def text(entry: TextEntry) -> Text:
    """A text in both languages, without the line breaks around it that YAML leaves."""
    return Text(entry.ru.strip(), entry.en.strip())


def text_or_none(entry: TextEntry | None) -> Text | None:
    """The same; None where there is no text."""
    return None if entry is None else text(entry)
