"""Corpus exercises with the standard library."""

import csv
import io
import json
import re


def documents_from_json(text):
    corpus = json.loads(text)  # JSONDecodeError is a ValueError
    if not isinstance(corpus, dict) or not isinstance(corpus.get("documents"), list):
        raise ValueError("this is not a corpus")
    texts = []
    for entry in corpus["documents"]:
        if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
            raise ValueError(f"a document without text: {entry!r}")
        texts.append(entry["text"])
    return texts


def split_paragraphs(text):
    pieces = re.split(r"\n(?:[ \t]*\n)+", text.replace("\r\n", "\n"))
    return [piece.strip() for piece in pieces if piece.strip()]


def documents_from_csv(text, column):
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if column not in (rows.fieldnames or []):
        raise KeyError(column)
    return [row[column] for row in rows]


def select_documents(documents, author=None, since=None, until=None):
    def suits(document):
        return all(
            wanted is None or (key in document and compare(document[key], wanted))
            for key, wanted, compare in (
                ("author", author, str.__eq__),
                ("date", since, str.__ge__),
                ("date", until, str.__le__),
            )
        )

    return list(filter(suits, documents))
