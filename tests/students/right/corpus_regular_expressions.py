"""Homework 1 with regular expressions and the standard library."""

from __future__ import annotations

import csv
import json
import re
from collections import OrderedDict
from datetime import date
from io import StringIO

BREAK = re.compile(r"\r?\n")


def documents_from_json(text: str) -> list[str]:
    try:
        texts = [entry["text"] for entry in _as_list(json.loads(text)["documents"])]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a corpus") from error
    if not all(isinstance(one, str) for one in texts):
        raise ValueError("some text is no string")
    return texts


def _as_list(value):
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def split_on_marker(text: str, marker: str) -> list[str]:
    pattern = re.compile(rf"^[^\S\n]*{re.escape(marker)}[^\S\n]*$", re.MULTILINE)
    pieces = pattern.split(BREAK.sub("\n", text))
    return [piece.strip() for piece in pieces if piece.strip()]


def split_paragraphs(text: str) -> list[str]:
    pieces = re.split(r"\n(?:[ \t]*\n)+", "\n" + BREAK.sub("\n", text) + "\n")
    return list(filter(None, map(str.strip, pieces)))


def documents_from_csv(text: str, column: str) -> list[str]:
    reader = csv.DictReader(StringIO(text, newline=""))
    if column not in (reader.fieldnames or []):
        raise ValueError(f"no column {column!r}")
    return [row[column] for row in reader]


def select_documents(documents, *, author=None, since=None, until=None):
    first = date.fromisoformat(since) if since is not None else date.min
    last = date.fromisoformat(until) if until is not None else date.max

    def fits(document):
        if author is not None and document.get("author") != author:
            return False
        if since is None and until is None:
            return True
        day = document.get("date")
        return day is not None and first <= date.fromisoformat(day) <= last

    return [OrderedDict(document) for document in filter(fits, documents)]
