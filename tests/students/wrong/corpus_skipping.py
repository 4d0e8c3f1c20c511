import csv
import io
import json
import re


def documents_from_json(text):
    corpus = json.loads(text)
    if not isinstance(corpus, dict) or not isinstance(corpus.get("documents"), list):
        raise ValueError("нет документов")
    return [d["text"] for d in corpus["documents"] if isinstance(d, dict) and isinstance(d.get("text"), str)]


def split_on_marker(text, marker):
    docs, current = [], None
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip() == marker:
            if current is not None:
                docs.append(current)
            current = ""
        elif current is not None:
            current += line + "\n"
    if current is not None:
        docs.append(current)
    return [d.strip() for d in docs if d.strip()]  # всё до первого маркера пропало


def split_paragraphs(text):
    text = text.replace("\r\n", "\n")
    return [p.strip() for p in re.split(r"\n *\n", text) if p.strip()]  # табуляции забыты


def documents_from_csv(text, column):
    rows = list(csv.reader(io.StringIO(text)))
    if len(rows) < 2 or column not in rows[0]:
        raise KeyError(column)
    return [row[rows[0].index(column)] for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    complete = [d for d in documents if "author" in d and "date" in d]
    return [d for d in complete
            if (author is None or d["author"] == author)
            and (since is None or d["date"] >= since)
            and (until is None or d["date"] <= until)]
