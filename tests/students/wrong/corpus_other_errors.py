"""The right answers, but the wrong complaints, and a few slips."""
import csv
import io
import json
import re


def documents_from_json(text):
    data = json.loads(text)
    if not isinstance(data, dict):
        raise TypeError("an object is expected")
    if not isinstance(data.get("documents"), list):
        raise KeyError("documents")
    for entry in data["documents"]:
        if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
            raise KeyError("text")
    return [entry["text"] for entry in data["documents"]]


def split_on_marker(text, marker):
    docs = [[]]
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip().lower() == marker.lower():
            docs.append([])
        else:
            docs[-1].append(line)
    return [d for d in ("\n".join(lines).strip() for lines in docs) if d]


def split_paragraphs(text):
    return [p.strip() for p in re.split(r"\r?\n[ \t]*\r?\n", text) if p.strip()]


def documents_from_csv(text, column):
    rows = list(csv.reader(io.StringIO(text)))
    if not rows or column not in rows[0]:
        raise IndexError("no such column")
    return [row[rows[0].index(column)] for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    return [d for d in documents
            if (author is None or d.get("author") == author)
            and (since is None or d.get("date", "") >= since)
            and (until is None or d.get("date", "") <= until)]
