# у меня линукс
import json
import re


def documents_from_json(text):
    # каждая запись на своей строке
    if not text.strip().startswith("{"):
        raise ValueError("not an object")
    data = json.loads(text)
    if not isinstance(data.get("documents", []), list):
        raise ValueError("not a list")
    texts = [d.get("text") if isinstance(d, dict) else None for d in data.get("documents", [])]
    if not all(isinstance(t, str) for t in texts):
        raise ValueError("no text")
    return texts


def split_on_marker(text, marker):
    docs = [""]
    for line in text.split("\n"):
        if line.strip() == marker:
            docs.append("")
        else:
            docs[-1] += line + "\n"
    return [d.strip() for d in docs if d.strip()]


def split_paragraphs(text):
    return [p.strip() for p in re.split(r"\n[ \t]*\n", text) if p.strip()]


def documents_from_csv(text, column):
    rows, row, field, quoted = [], [], "", False
    chars = list(text) + ([] if text.endswith("\n") or not text else ["\n"])
    i = 0
    while i < len(chars):
        c = chars[i]
        if quoted and c == '"' and i + 1 < len(chars) and chars[i + 1] == '"':
            field += '"'
            i += 1
        elif c == '"':
            quoted = not quoted
        elif c == "," and not quoted:
            row.append(field)
            field = ""
        elif c == "\n" and not quoted:
            rows.append(row + [field])
            row, field = [], ""
        else:
            field += c
        i += 1
    if not rows or column not in rows[0]:
        raise KeyError(column)
    return [r[rows[0].index(column)] for r in rows[1:]]
