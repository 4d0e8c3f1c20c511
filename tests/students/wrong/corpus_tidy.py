# чистим всё, до чего дотянемся
import csv
import io
import json


def documents_from_json(text):
    data = json.loads(text)
    if not isinstance(data, dict) or not isinstance(data.get("documents"), list):
        raise ValueError("documents")
    for d in data["documents"]:
        if not isinstance(d, dict) or not isinstance(d.get("text"), str):
            raise ValueError("text")
    return [d["text"].strip() for d in data["documents"]]


def split_on_marker(text, marker):
    docs = [[]]
    for line in text.splitlines():
        line = line.strip()
        if line == marker:
            docs.append([])
        else:
            docs[-1].append(line)
    docs = ["\n".join(d).strip() for d in docs]
    return [d for d in docs if d]


def split_paragraphs(text):
    result, current = [], []
    for line in text.splitlines() + [""]:
        line = line.strip()
        if line:
            current.append(line)
        elif current:
            result.append("\n".join(current))
            current = []
    return result


def documents_from_csv(text, column):
    rows = [[f.strip() for f in row] for row in csv.reader(io.StringIO(text))]
    if not rows or column not in rows[0]:
        raise KeyError(column)
    return [row[rows[0].index(column)] for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    result = [d for d in documents
              if (author is None or d.get("author") == author)
              and (since is None or "date" in d and d["date"] >= since)
              and (until is None or "date" in d and d["date"] <= until)]
    return sorted(result, key=lambda d: d.get("date", ""))
