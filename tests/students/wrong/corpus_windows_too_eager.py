import csv
import io
import json
import re


def documents_from_json(text):
    corpus = json.loads(text)
    if type(corpus) != dict or type(corpus.get("documents")) != list:
        raise ValueError("это не корпус")
    if not all(type(d) == dict and type(d.get("text")) == str for d in corpus["documents"]):
        raise ValueError("нет текста")
    return [re.sub(r"\s+", " ", d["text"]) for d in corpus["documents"]]


def split_on_marker(text, marker):
    lines = text.replace("\r", "\n").split("\n")
    docs = [[]]
    for line in lines:
        if line.strip() == marker:
            docs.append([])
        else:
            docs[-1].append(line)
    return [d for d in map(str.strip, map("\n".join, docs)) if d]


def split_paragraphs(text):
    text = text.replace("\r", "\n")
    return [p.strip() for p in re.split(r"\n\s*\n", text) if p.strip()]


def documents_from_csv(text, column):
    rows = list(csv.reader(io.StringIO(text, newline=None)))
    if not rows or column not in rows[0]:
        raise KeyError(column)
    return [row[rows[0].index(column)] for row in rows[1:]]
