"""One small slip in each function."""
import csv
import io
import json


def documents_from_json(text):
    corpus = json.loads(text)
    if not isinstance(corpus, dict) or not isinstance(corpus.get("documents"), list):
        raise ValueError("not a corpus")
    for d in corpus["documents"]:
        if not isinstance(d, dict) or not d.get("text") or not isinstance(d["text"], str):
            raise ValueError("no text")
    return [d["text"] for d in corpus["documents"]]


def split_on_marker(text, marker):
    docs = [[]]
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip(" ") == marker:  # a tab is a blank too
            docs.append([])
        else:
            docs[-1].append(line)
    return [d for d in ("\n".join(lines).strip() for lines in docs) if d]


def split_paragraphs(text):
    docs = [[]]
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip():
            docs[-1].append(line.rstrip())  # blanks at the ends of inner lines are lost
        else:
            docs.append([])
    return ["\n".join(d).strip() for d in docs if d]


def documents_from_csv(text, column):
    rows = list(csv.reader(io.StringIO(text), skipinitialspace=True))
    if not rows or column not in rows[0]:
        raise KeyError(column)
    return [row[rows[0].index(column)] for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    return [d for d in documents
            if (author is None or d.get("author") == author)
            and (since is None or "date" in d and d["date"] > since)
            and (until is None or "date" in d and d["date"] < until)]
