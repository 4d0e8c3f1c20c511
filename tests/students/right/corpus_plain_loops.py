# ДЗ 1, корпус. Всё руками, без лишних библиотек.
import json


def documents_from_json(text):
    data = json.loads(text)  # JSONDecodeError и так ValueError
    if type(data) is not dict:
        raise ValueError("ожидался объект")
    if "documents" not in data:
        raise ValueError("нет ключа documents")
    docs = data["documents"]
    if type(docs) is not list:
        raise ValueError("documents - не список")
    result = []
    for i in range(len(docs)):
        doc = docs[i]
        if type(doc) is not dict or "text" not in doc:
            raise ValueError("плохая запись номер " + str(i))
        if type(doc["text"]) is not str:
            raise ValueError("text - не строка в записи " + str(i))
        result.append(doc["text"])
    return result


def get_lines(text):
    lines = []
    current = ""
    for ch in text:
        if ch == "\n":
            if current.endswith("\r"):
                current = current[:-1]
            lines.append(current)
            current = ""
        else:
            current += ch
    lines.append(current)
    return lines


def split_on_marker(text, marker):
    result = []
    buffer = []
    for line in get_lines(text) + [marker]:
        if line.strip() == marker:
            doc = "\n".join(buffer).strip()
            if doc != "":
                result.append(doc)
            buffer = []
        else:
            buffer.append(line)
    return result


def split_paragraphs(text):
    result = []
    current = None
    for line in get_lines(text):
        if line.strip() == "":
            if current is not None:
                result.append(current.strip())
                current = None
        elif current is None:
            current = line
        else:
            current = current + "\n" + line
    if current is not None:
        result.append(current.strip())
    return result


def parse_csv(text):
    """Автомат из двух состояний: в кавычках и не в кавычках."""
    rows = []
    row = []
    field = ""
    quoted = False
    i = 0
    while i < len(text):
        c = text[i]
        if quoted:
            if c == '"':
                if i + 1 < len(text) and text[i + 1] == '"':
                    field += '"'
                    i += 1
                else:
                    quoted = False
            else:
                field += c
        elif c == '"':
            quoted = True
        elif c == ",":
            row.append(field)
            field = ""
        elif c == "\n":
            row.append(field)
            rows.append(row)
            row = []
            field = ""
        elif c == "\r" and i + 1 < len(text) and text[i + 1] == "\n":
            pass
        else:
            field += c
        i += 1
    if text and not text.endswith("\n"):
        row.append(field)
        rows.append(row)
    return rows


def documents_from_csv(text, column):
    rows = parse_csv(text)
    if len(rows) == 0:
        raise KeyError(column)
    number = -1
    for i in range(len(rows[0])):
        if rows[0][i] == column:
            number = i
    if number == -1:
        raise KeyError(column)
    return [row[number] for row in rows[1:]]


def select_documents(documents, author=None, since=None, until=None):
    result = []
    for d in documents:
        ok = True
        if author is not None:
            if "author" not in d or d["author"] != author:
                ok = False
        if since is not None:
            if "date" not in d or d["date"] < since:
                ok = False
        if until is not None:
            if "date" not in d or d["date"] > until:
                ok = False
        if ok:
            result.append(d)
    return result


if __name__ == "__main__":
    print(documents_from_json('{"documents": [{"title": "1", "text": "кот"}]}'))
    print(split_on_marker("кот\n---\nдом", "---"))
