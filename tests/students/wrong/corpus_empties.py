"""Empty things are not handled as the task says."""
import csv
import io
import json
import re


def documents_from_json(text):
    corpus = json.loads(text)
    if not isinstance(corpus, dict):
        raise ValueError("object expected")
    if not isinstance(corpus.get("documents"), list):
        raise ValueError("list expected")
    if any(not isinstance(d, dict) or not isinstance(d.get("text"), str) for d in corpus["documents"]):
        raise ValueError("text expected")
    return [d["text"] for d in corpus["documents"] if d["text"]]


def split_on_marker(text, marker):
    text = text.replace("\r\n", "\n")
    pattern = r"^[ \t]*" + re.escape(marker) + r"[ \t]*$"
    return [p.strip() for p in re.split(pattern, text, flags=re.MULTILINE)]


def split_paragraphs(text):
    text = re.sub(r"(?m)^[ \t]+$", "", text.replace("\r\n", "\n"))
    return [p.strip() for p in text.split("\n\n")]


def documents_from_csv(text, column):
    rows = list(csv.DictReader(io.StringIO(text)))
    header = next(csv.reader(io.StringIO(text)), [])
    if column not in header:
        raise KeyError(column)
    return [row[column] for row in rows if row[column]]


def select_documents(documents, author=None, since=None, until=None):
    result = list(documents)
    if author:
        result = [d for d in result if d.get("author") == author]
    if since:
        result = [d for d in result if "date" in d and d["date"] >= since]
    if until:
        result = [d for d in result if "date" in d and d["date"] <= until]
    return result
