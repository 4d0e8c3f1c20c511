# принимаем всё, что хоть немного похоже
import csv
import io
import json


def documents_from_json(text):
    data = json.loads(text)
    if not isinstance(data, dict) or not isinstance(data.get("documents"), list):
        raise ValueError("не корпус")
    texts = []
    for d in data["documents"]:
        if not isinstance(d, dict) or "text" not in d:
            raise ValueError("нет текста")
        texts.append(str(d["text"]))
    return texts


def split_on_marker(text, marker):
    docs = [[]]
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip().startswith(marker):
            docs.append([])
        else:
            docs[-1].append(line)
    return [x for x in ("\n".join(d).strip() for d in docs) if x]


def split_paragraphs(text):
    docs = [[]]
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip():
            docs[-1].append(line)
        else:
            docs.append([])
    return [" ".join("\n".join(d).strip().split("\n")) for d in docs if d]


def documents_from_csv(text, column):
    rows = list(csv.reader(io.StringIO(text)))
    header = [h.lower() for h in rows[0]] if rows else []
    if column.lower() not in header:
        raise KeyError(column)
    i = header.index(column.lower())
    return [row[i] for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    chosen = []
    for d in documents:
        if author is not None and d.get("author", "-").lower() != author.lower():
            continue
        date = d.get("date")
        if since is not None and (date is None or date < since):
            continue
        if until is not None and (date is None or date > until):
            continue
        chosen.append(d)
    return chosen
