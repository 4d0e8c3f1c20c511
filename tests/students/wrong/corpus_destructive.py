"""Works on the caller's own list."""
import csv
import io
import json


def documents_from_json(text):
    corpus = json.loads(text)
    if not isinstance(corpus, dict) or not isinstance(corpus.get("documents"), list):
        raise ValueError("not a corpus")
    texts = []
    while corpus["documents"]:
        d = corpus["documents"].pop()
        if not isinstance(d, dict) or not isinstance(d.get("text"), str):
            raise ValueError("no text")
        texts.append(d["text"])
    return texts


def split_on_marker(text, marker):
    lines, documents = text.replace("\r\n", "\n").split("\n"), []
    document = []
    while lines:
        line = lines.pop(0)
        if line.strip() == marker:
            documents.append("\n".join(document))
            document = []
        else:
            document.append(line)
    documents.append("\n".join(document))
    return [d for d in documents if d.strip()]  # and the blanks at the ends stay


def documents_from_csv(text, column):
    rows = list(csv.reader(io.StringIO(text)))
    if not rows or column not in rows[0]:
        raise KeyError(column)
    return [row[rows[0].index(column)].replace('"', '""') for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    for d in documents[:]:
        wrong_author = author is not None and d.get("author") != author
        too_early = since is not None and ("date" not in d or d["date"] < since)
        too_late = until is not None and ("date" not in d or d["date"] > until)
        if wrong_author or too_early or too_late:
            documents.remove(d)
    return documents
