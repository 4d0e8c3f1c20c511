"""Always one too few or one too many."""
import csv
import io
import json


def documents_from_json(text):
    corpus = json.loads(text)
    if not isinstance(corpus, dict) or not isinstance(corpus.get("documents"), list):
        raise ValueError("documents")
    documents = corpus["documents"]
    for d in documents:
        if not isinstance(d, dict) or not isinstance(d.get("text"), str):
            raise ValueError("text")
    return [documents[i]["text"] for i in range(1, len(documents))]


def split_on_marker(text, marker):
    documents, lines = [], []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip() == marker:
            if "\n".join(lines).strip():
                documents.append("\n".join(lines).strip())
            lines = []
        else:
            lines.append(line)
    return documents


def split_paragraphs(text):
    paragraphs, lines = [], []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip():
            lines.append(line)
        elif lines:
            paragraphs.append("\n".join(lines).strip())
            lines = []
    return paragraphs


def documents_from_csv(text, column):
    rows = list(csv.reader(io.StringIO(text)))
    if not rows or column not in rows[0]:
        raise KeyError(column)
    i = rows[0].index(column)
    return [row[i] for row in rows]


def select_documents(documents, author=None, since=None, until=None):
    def fits(d):
        if author is not None and d.get("author") != author:
            return False
        if since is not None and not d.get("date", "") > since:
            return False
        if until is not None and not ("date" in d and d["date"] <= until):
            return False
        return True

    return [d for d in documents if fits(d)]
