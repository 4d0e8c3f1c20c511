import csv
import json
import re


def documents_from_json(text):
    corpus, end = json.JSONDecoder().raw_decode(text)  # what follows is not looked at
    if not isinstance(corpus, dict) or not isinstance(corpus.get("documents"), list):
        raise ValueError("no documents")
    for d in corpus["documents"]:
        if not isinstance(d, dict) or not isinstance(d.get("text"), str):
            raise ValueError("no text")
    return [d["text"] for d in corpus["documents"]]


def split_on_marker(text, marker):
    docs = [[]]
    for line in text.splitlines():
        if not line.strip():
            continue
        if line.strip() == marker:
            docs.append([])
        else:
            docs[-1].append(line)
    return ["\n".join(d).strip() for d in docs if d]


def split_paragraphs(text):
    text = text.replace("\r\n", "\n")
    return [p.strip() for p in re.split(r"\n\s*\n", text)]


def documents_from_csv(text, column):
    rows = list(csv.reader(text.splitlines()))
    if not rows or column not in rows[0]:
        raise KeyError(column)
    i = rows[0].index(column)
    return [row[i] for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    return [d for d in documents
            if (author is None or d.get("author") == author)
            and (since is None or d.get("date", "") >= since)
            and (until is None or d.get("date", "a") < until)]
