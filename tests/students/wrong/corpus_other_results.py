"""The right documents in the wrong form."""
import csv
import io
import json


def documents_from_json(text):
    corpus = json.loads(text)
    if not isinstance(corpus, dict) or not isinstance(corpus.get("documents"), list):
        raise ValueError("not a corpus")
    for d in corpus["documents"]:
        if not isinstance(d, dict) or not isinstance(d.get("text"), str):
            raise ValueError("no text")
    return [f"{d.get('title', '')}\n{d['text']}".strip() for d in corpus["documents"]]


def split_on_marker(text, marker):
    lines = []
    for line in text.replace("\r\n", "\n").split("\n") + [marker]:
        if line.strip() != marker:
            lines.append(line)
        elif "\n".join(lines).strip():
            yield "\n".join(lines).strip()
            lines = []
        else:
            lines = []


def split_paragraphs(text):
    text = text.replace("\r\n", "\n")
    lines = [line.strip() and line for line in text.split("\n")]
    return {i: p.strip() for i, p in enumerate(q for q in "\n".join(lines).split("\n\n") if q.strip())}


def documents_from_csv(text, column):
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    return [row[column] for row in rows]


def select_documents(documents, author=None, since=None, until=None):
    return [d["text"] for d in documents
            if (author is None or d.get("author") == author)
            and (since is None or "date" in d and d["date"] >= since)
            and (until is None or "date" in d and d["date"] <= until)]
