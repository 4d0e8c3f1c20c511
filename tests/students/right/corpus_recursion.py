"""Только рекурсия и неизменяемые значения. Тексты короткие, глубины хватает."""
import csv
import json
import sys

sys.setrecursionlimit(20000)


def documents_from_json(text):
    def texts(entries):
        if not entries:
            return []
        head, *tail = entries
        if not (isinstance(head, dict) and isinstance(head.get("text"), str)):
            raise ValueError(head)
        return [head["text"]] + texts(tail)

    corpus = json.loads(text)
    entries = corpus.get("documents") if isinstance(corpus, dict) else None
    if entries is None or not isinstance(entries, list):
        raise ValueError("documents?")
    return texts(entries)


def split_on_marker(text, marker):
    def cut(lines):
        at = next((i for i, line in enumerate(lines) if line.strip() == marker), None)
        if at is None:
            return ["\n".join(lines)]
        return ["\n".join(lines[:at])] + cut(lines[at + 1:])

    return [d.strip() for d in cut(text.replace("\r\n", "\n").split("\n")) if d.strip()]


def split_paragraphs(text):
    def walk(lines, open_one):
        done = ["\n".join(open_one).strip()] if open_one else []
        if not lines:
            return done
        if lines[0].strip(" \t") == "":
            return done + walk(lines[1:], [])
        return walk(lines[1:], open_one + [lines[0]])

    return walk(text.replace("\r\n", "\n").split("\n"), [])


def documents_from_csv(text, column):
    rows = csv.reader(text.splitlines(keepends=True))
    try:
        header = next(rows)
    except StopIteration:
        raise KeyError("пустой текст") from None
    place = {name: i for i, name in enumerate(header)}[column]

    def rest():
        row = next(rows, None)
        return [] if row is None else [row[place]] + rest()

    return rest()


def select_documents(documents, author=None, since=None, until=None):
    if not documents:
        return []
    head, tail = documents[0], documents[1:]
    keep = (
        (author is None or head.get("author") == author)
        and (since is None or head.get("date", "0") >= since)
        and (until is None or head.get("date", "9") <= until)
    )
    return ([head] if keep else []) + select_documents(tail, author, since, until)
