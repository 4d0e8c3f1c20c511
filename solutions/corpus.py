"""From a corpus to documents: five ways to find where one document ends and the next begins."""

import csv
import io
import json
from itertools import groupby


def documents_from_json(text: str) -> list[str]:
    """Texts of the documents in a JSON corpus, in order.

    text is {"documents": [{"title": …, "text": …}, …]}; other keys are ignored.
    Raises ValueError when text is not JSON or has another structure. JSON: RFC 8259.
    """
    try:
        corpus = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error}") from error
    match corpus:
        case {"documents": list(entries)}:
            return [_text_of(entry) for entry in entries]
    raise ValueError('expected an object with a list under "documents"')


def _text_of(entry: object) -> str:
    match entry:
        case {"text": str(text)}:
            return text
    raise ValueError(f'expected an object with a string under "text", got {entry!r}')


def split_on_marker(text: str, marker: str) -> list[str]:
    r"""Documents between marker lines: stripped, without the empty ones.

    A marker is a line that equals marker once its blanks are stripped.
    Lines end with \n or \r\n; inside a document they are joined by \n.
    """
    runs = groupby(_lines(text), key=lambda line: line.strip() == marker)
    documents = ["\n".join(run).strip() for is_marker, run in runs if not is_marker]
    return [document for document in documents if document]


def split_paragraphs(text: str) -> list[str]:
    r"""Paragraphs of the text: the runs of lines between blank lines.

    A line of spaces and tabs is blank too. Lines end with \n or \r\n; a paragraph's
    lines stay as they are and are joined by \n, the paragraph as a whole is stripped.
    """
    runs = groupby(_lines(text), key=lambda line: line.strip() == "")
    return ["\n".join(run).strip() for is_blank, run in runs if not is_blank]


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def documents_from_csv(text: str, column: str) -> list[str]:
    """Fields of one column of a CSV table, top to bottom, as they are.

    The first row is the header; quotes follow RFC 4180, so a field may hold line breaks.
    Raises KeyError when the table has no such column or text is empty.
    """
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if not rows or column not in rows[0]:
        raise KeyError(column)
    place = rows[0].index(column)
    return [row[place] for row in rows[1:]]


def select_documents(
    documents: list[dict[str, str]],
    author: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[dict[str, str]]:
    """Documents by this author with since ≤ date ≤ until, in their order.

    None means not asked. A document without the key that is asked for is left out.
    Dates are YYYY-MM-DD, whose alphabetical order is that of the calendar (ISO 8601).
    """
    if author is not None:
        documents = [d for d in documents if "author" in d and d["author"] == author]
    if since is not None:
        documents = [d for d in documents if "date" in d and since <= d["date"]]
    if until is not None:
        documents = [d for d in documents if "date" in d and d["date"] <= until]
    return documents
