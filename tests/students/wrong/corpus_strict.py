import csv
import io
import json
import re
from datetime import date


def documents_from_json(text):
    corpus = json.loads(text)
    if not isinstance(corpus, dict) or not isinstance(corpus.get("documents"), list):
        raise ValueError("no documents")
    if not corpus["documents"]:
        raise ValueError("an empty corpus")
    for d in corpus["documents"]:
        if not isinstance(d, dict) or not isinstance(d.get("text"), str):
            raise ValueError("no text")
    return [d["text"] for d in corpus["documents"]]


def split_on_marker(text, marker):
    parts = re.split(rf"\r?\n[ \t]*{re.escape(marker)}[ \t]*\r?\n", text)  # a marker must have lines around it
    return [p.strip().replace("\r\n", "\n") for p in parts if p.strip()]


def split_paragraphs(text):
    return [p.strip() for p in re.split(r"\n\s*\n", text) if p.strip()]


def documents_from_csv(text, column):
    rows = list(csv.reader(io.StringIO(text), quoting=csv.QUOTE_NONE))
    if not rows or column not in rows[0]:
        raise KeyError(column)
    return [row[rows[0].index(column)].strip('"') for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    first = date.fromisoformat(since or "0001-01-01")
    last = date.fromisoformat(until or "9999-12-31")
    return [d for d in documents
            if (author is None or d.get("author") == author)
            and first <= date.fromisoformat(d["date"]) <= last]
