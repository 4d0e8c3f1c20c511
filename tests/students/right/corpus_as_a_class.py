"""Everything is a method of one class; the functions asked for are bound at the end."""
import csv
import io
import json


class Corpus:
    def __init__(self, encoding="utf-8"):
        self.encoding = encoding
        self.calls = 0

    def from_json(self, text):
        self.calls += 1
        document = json.JSONDecoder().decode(text)
        self._need(isinstance(document, dict), "root")
        self._need(isinstance(document.get("documents"), list), "documents")
        for entry in document["documents"]:
            self._need(isinstance(entry, dict), "entry")
            self._need(isinstance(entry.get("text"), str), "text")
        return [entry["text"] for entry in document["documents"]]

    def _need(self, truth, what):
        if not truth:
            raise ValueError("wrong: " + what)

    def by_marker(self, text, marker):
        pieces, start = [], 0
        lines = text.splitlines()
        borders = [i for i, line in enumerate(lines) if line.strip() == marker]
        for border in borders + [len(lines)]:
            pieces.append("\n".join(lines[start:border]).strip())
            start = border + 1
        while "" in pieces:
            pieces.remove("")
        return pieces

    def by_blank_line(self, text):
        stream = io.StringIO(text.replace("\r\n", "\n") + "\n\n")
        paragraph, found = "", []
        for line in stream:
            if line.isspace():
                if paragraph:
                    found += [paragraph.strip()]
                paragraph = ""
            else:
                paragraph += line
        return found

    def column(self, text, column):
        with io.StringIO(text) as stream:
            table = [*csv.reader(stream, dialect="excel", strict=True)]
        if not table:
            raise KeyError(column)
        columns = dict(zip(table[0], zip(*table)))
        return list(columns[column])[1:]

    def select(self, documents, author=None, since=None, until=None):
        chosen = list(documents)
        for document in documents:
            unknown = author is not None and document.get("author", None) != author
            undated = (since or until) and "date" not in document
            if unknown or undated:
                chosen.remove(document)
                continue
            if since and document["date"] < since or until and until < document["date"]:
                chosen.remove(document)
        return chosen


corpus = Corpus()
documents_from_json = corpus.from_json
split_on_marker = corpus.by_marker
split_paragraphs = corpus.by_blank_line
documents_from_csv = corpus.column
select_documents = corpus.select
