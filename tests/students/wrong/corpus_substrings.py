import re


def documents_from_json(text):
    return re.findall(r'"text":\s*"(.*?)"', text)


def split_on_marker(text, marker):
    text = text.replace("\r\n", "\n")
    return [part.strip() for part in text.split(marker) if part.strip()]


def split_paragraphs(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def documents_from_csv(text, column):
    lines = text.splitlines()
    if not lines:
        raise KeyError(column)
    header = lines[0].split(",")
    if column not in header:
        raise KeyError(column)
    return [line.split(",")[header.index(column)] for line in lines[1:]]


def select_documents(documents, author=None, since=None, until=None):
    return [d for d in documents
            if (author is None or author in d.get("author", "\0") and "author" in d)
            and (since is None or "date" in d and since <= d["date"])
            and (until is None or "date" in d and d["date"] <= until)]
