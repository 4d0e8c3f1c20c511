"""Every corpus is assumed to be in order."""
import csv
import io
import json


def documents_from_json(text):
    corpus = json.loads(text)
    result = []
    for document in corpus["documents"]:
        result.append(document["text"])
    return result


def split_on_marker(text, marker):
    documents, current = [], []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line == marker:
            documents.append("\n".join(current).strip())
            current = []
        else:
            current.append(line)
    documents.append("\n".join(current).strip())
    return [d for d in documents if d]


def split_paragraphs(text):
    pieces = text.replace("\r\n", "\n").split("\n\n")
    return [p.strip() for p in pieces if p.strip()]


def documents_from_csv(text, column):
    reader = csv.DictReader(io.StringIO(text, newline=""))
    return [row[column] for row in reader]


def select_documents(documents, author=None, since=None, until=None):
    result = []
    for d in documents:
        if author is not None and d["author"] != author:
            continue
        if since is not None and d["date"] < since:
            continue
        if until is not None and d["date"] > until:
            continue
        result.append(d)
    return result
