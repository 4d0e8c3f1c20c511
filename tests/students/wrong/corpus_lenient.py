import csv
import io
import json


def documents_from_json(text):
    try:
        corpus = json.loads(text)
    except json.JSONDecodeError:
        return []
    if not isinstance(corpus, dict) or not isinstance(corpus.get("documents"), list):
        raise ValueError("not a corpus")
    for d in corpus["documents"]:
        if not isinstance(d, dict) or not isinstance(d.get("text"), str):
            raise ValueError("not a document")
    return [d["text"] for d in corpus["documents"]]


def split_on_marker(text, marker):
    docs = [[]]
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip().endswith(marker):
            docs.append([])
        else:
            docs[-1].append(line)
    return [d for d in ("\n".join(lines).strip() for lines in docs) if d]


def split_paragraphs(text):
    result = []
    for p in text.replace("\r\n", "\n").split("\n\n"):
        if p.strip() and p.strip() not in result:
            result.append(p.strip())
    return result


def documents_from_csv(text, column):
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if not rows.fieldnames:
        raise KeyError(column)
    return [row.get(column, "") for row in rows]


def select_documents(documents, author=None, since=None, until=None):
    return [d for d in documents
            if (author is None or d.get("author", author) == author)
            and (since is None or d.get("date", since) >= since)
            and (until is None or d.get("date", until) <= until)]
