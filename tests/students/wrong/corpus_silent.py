"""An empty list is always a good answer."""
import csv
import json
from io import StringIO


def documents_from_json(text):
    try:
        corpus = json.loads(text)
        assert isinstance(corpus["documents"], list)
        assert all(isinstance(d["text"], str) for d in corpus["documents"])
        return [d["text"] for d in corpus["documents"]]
    except Exception:
        return []


def split_on_marker(text, marker):
    if marker not in text:
        return []
    documents = [[]]
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip() == marker:
            documents.append([])
        else:
            documents[-1].append(line)
    return [d for d in ("\n".join(lines).strip() for lines in documents) if d]


def split_paragraphs(text):
    text = text.replace("\r\n", "\n")
    if "\n\n" not in text:
        return []
    lines = [line if line.strip() else "" for line in text.split("\n")]
    return [p.strip() for p in "\n".join(lines).split("\n\n") if p.strip()]


def documents_from_csv(text, column):
    rows = list(csv.reader(StringIO(text)))
    if not rows or column not in rows[0]:
        return []
    i = rows[0].index(column)
    return [row[i] for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    try:
        return [d for d in documents
                if (author is None or d["author"] == author)
                and (since is None or d["date"] >= since)
                and (until is None or d["date"] <= until)]
    except KeyError:
        return []
