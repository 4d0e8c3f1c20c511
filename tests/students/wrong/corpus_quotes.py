import ast
import csv
import io
import json
import re


def documents_from_json(text):
    try:
        data = json.loads(text)
    except ValueError:
        try:
            data = ast.literal_eval(text)  # иногда корпус сохраняют через str()
        except Exception:
            raise ValueError("не разобрать")
    if not isinstance(data, dict) or not isinstance(data.get("documents"), list):
        raise ValueError("нет списка")
    if not all(isinstance(d, dict) and isinstance(d.get("text"), str) for d in data["documents"]):
        raise ValueError("нет текста")
    return [d["text"] for d in data["documents"]]


def split_on_marker(text, marker):
    text = text.replace("\r\n", "\n")
    parts = re.split(r"(?m)^\s*" + marker + r"\s*$", text)  # забыл re.escape
    return [p.strip() for p in parts if p.strip()]


def split_paragraphs(text):
    lines = text.replace("\r\n", "\n").split("\n")
    result, current = [], []
    for line in lines:
        if line.strip():
            current.append(line)
        else:
            if current:
                result.append("\n".join(current))
            current = []
    if current:
        result.append("\n".join(current))
    return result


def documents_from_csv(text, column):
    rows = list(csv.reader(io.StringIO(text, newline=""), doublequote=True))
    if not rows or column not in rows[0]:
        raise KeyError(column)
    i = rows[0].index(column)
    return [row[i].replace('"', "") for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    if author is None and since is None and until is None:
        return documents
    result = []
    for d in documents:
        if author is not None and d.get("author") == author:
            result.append(d)
        elif since is not None and d.get("date", "") >= since:
            result.append(d)
        elif until is not None and "date" in d and d["date"] <= until:
            result.append(d)
    return result
