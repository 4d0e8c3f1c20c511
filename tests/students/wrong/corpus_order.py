"""Порядок потерялся."""
import csv
import io
import json


def documents_from_json(text):
    corpus = json.loads(text)
    if not isinstance(corpus, dict) or not isinstance(corpus.get("documents"), list):
        raise ValueError("не корпус")
    if not all(isinstance(d, dict) and isinstance(d.get("text"), str) for d in corpus["documents"]):
        raise ValueError("не документ")
    return sorted(d["text"] for d in corpus["documents"])


def split_on_marker(text, marker):
    docs = [[]]
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip() == marker:
            docs.append([])
        else:
            docs[-1].append(line)
    docs = ["\n".join(d).strip() for d in docs]
    return list(dict.fromkeys(d for d in docs if d))


def split_paragraphs(text):
    result = []
    for line in reversed(text.replace("\r\n", "\n").split("\n")):
        if not line.strip():
            result.insert(0, "")
        elif result:
            result[0] = line + "\n" + result[0]
        else:
            result = [line]
    return [p.strip(" ") for p in result if p.strip()]


def documents_from_csv(text, column):
    rows = list(csv.reader(io.StringIO(text)))
    if not rows:
        raise KeyError(column)
    place = {name: i for i, name in enumerate(sorted(rows[0]))}
    return [row[place[column]] for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    if since is not None and until is not None and since > until:
        since, until = until, since
    return [d for d in documents
            if (author is None or d.get("author") == author)
            and (since is None or "date" in d and d["date"] >= since)
            and (until is None or "date" in d and d["date"] <= until)]
