"""Wrong ways to cut a corpus into documents, as students write them."""

import csv
import io
import json
import re

# ---------------------------------------------------------------- documents-from-json


def structure_trusted(text: str) -> list[str]:
    """Takes any JSON for a corpus: KeyError and TypeError instead of ValueError, and texts that are no strings."""
    return [document["text"] for document in json.loads(text)["documents"]]


def broken_entries_skipped(text: str) -> list[str]:
    """Leaves out the entries it cannot read, without a word."""
    entries = _entries(text)
    return [e["text"] for e in entries if isinstance(e, dict) and isinstance(e.get("text"), str)]


def nothing_for_broken_input(text: str) -> list[str]:
    """Answers [] where it should complain."""
    try:
        return [_text(entry) for entry in _entries(text)]
    except ValueError:
        return []


def broken_json_is_empty(text: str) -> list[str]:
    """Answers [] when the text is not JSON, and checks everything else."""
    try:
        json.loads(text)
    except ValueError:
        return []
    return [_text(entry) for entry in _entries(text)]


def any_value_becomes_text(text: str) -> list[str]:
    """Turns numbers, null and lists under "text" into strings."""
    texts = []
    for entry in _entries(text):
        if not isinstance(entry, dict) or "text" not in entry:
            raise ValueError(entry)
        texts.append(str(entry["text"]))
    return texts


def texts_stripped(text: str) -> list[str]:
    """Strips the texts."""
    return [_text(entry).strip() for entry in _entries(text)]


def empty_texts_dropped(text: str) -> list[str]:
    """Leaves out the empty texts."""
    return [_text(entry) for entry in _entries(text) if _text(entry)]


def empty_corpus_refused(text: str) -> list[str]:
    """Raises ValueError for a corpus without documents."""
    if not _entries(text):
        raise ValueError("no documents")
    return [_text(entry) for entry in _entries(text)]


def texts_cut_out_by_pattern(text: str) -> list[str]:
    """Looks for "text": "…" with a regular expression instead of reading JSON."""
    return re.findall(r'"text":\s*"(.*?)"', text)


def _entries(text):
    corpus = json.loads(text)
    if not isinstance(corpus, dict) or not isinstance(corpus.get("documents"), list):
        raise ValueError("no corpus")
    return corpus["documents"]


def _text(entry):
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise ValueError(entry)
    return entry["text"]


# ---------------------------------------------------------------- split-on-marker


def marker_anywhere(text: str, marker: str) -> list[str]:
    """Splits at every occurrence of the marker, also inside a line."""
    return _documents(_unix(text).split(marker))


def marker_begins_the_line(text: str, marker: str) -> list[str]:
    """Takes every line that begins with the marker for one."""
    return _between(_unix(text).split("\n"), lambda line: line.strip().startswith(marker))


def marker_with_blanks_missed(text: str, marker: str) -> list[str]:
    """Compares the line with the marker without stripping it."""
    return _between(_unix(text).split("\n"), lambda line: line == marker)


def carriage_returns_kept(text: str, marker: str) -> list[str]:
    r"""Leaves \r at the ends of inner lines."""
    return _between(text.split("\n"), lambda line: line.strip() == marker)


def empty_documents_kept(text: str, marker: str) -> list[str]:
    """Keeps the empty strings between neighbouring markers."""
    return _pieces(_unix(text).split("\n"), lambda line: line.strip() == marker)


def last_document_lost(text: str, marker: str) -> list[str]:
    """Stores a document when it meets a marker, so the one after the last marker is lost."""
    return _documents(_pieces(_unix(text).split("\n"), lambda line: line.strip() == marker)[:-1])


def lines_stripped(text: str, marker: str) -> list[str]:
    """Strips every line of a document."""
    return _between([line.strip() for line in _unix(text).split("\n")], lambda line: line == marker)


def blank_lines_removed(text: str, marker: str) -> list[str]:
    """Throws away the blank lines inside a document."""
    return _between([line for line in _unix(text).split("\n") if line.strip()], lambda line: line.strip() == marker)


def marker_is_a_pattern(text: str, marker: str) -> list[str]:
    """Puts the marker into a regular expression as it is, so that * and [ mean something else there."""
    return _documents(re.split(rf"(?m)^\s*{marker}\s*$", _unix(text)))


def documents_not_stripped(text: str, marker: str) -> list[str]:
    """Drops the empty documents, but leaves the blanks at the ends of the others."""
    pieces = _pieces_as_they_are(_unix(text).split("\n"), lambda line: line.strip() == marker)
    return [document for document in map("\n".join, pieces) if document.strip()]


def marker_case_ignored(text: str, marker: str) -> list[str]:
    """Compares the line with the marker without regard to case."""
    return _between(_unix(text).split("\n"), lambda line: line.strip().lower() == marker.lower())


def _unix(text):
    return text.replace("\r\n", "\n")


def _between(lines, is_marker):
    return _documents(_pieces(lines, is_marker))


def _pieces(lines, is_marker):
    return ["\n".join(piece).strip() for piece in _pieces_as_they_are(lines, is_marker)]


def _pieces_as_they_are(lines, is_marker):
    pieces = [[]]
    for line in lines:
        if is_marker(line):
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces


def _documents(pieces):
    return [piece.strip() for piece in pieces if piece.strip()]


# ---------------------------------------------------------------- split-paragraphs


def only_empty_lines_separate(text: str) -> list[str]:
    """Overlooks blank lines that hold spaces or tabs."""
    return _documents(re.split(r"\n{2,}", _unix(text)))


def windows_breaks_missed(text: str) -> list[str]:
    r"""Knows only \n: no blank line is found in a text with \r\n."""
    return _documents(re.split(r"\n[ \t]*\n", text))


def inner_carriage_returns_kept(text: str) -> list[str]:
    r"""Finds the blank lines but leaves \r at the ends of inner lines."""
    return _documents(re.split(r"\r?\n[ \t]*\r?\n", text))


def empty_paragraphs_kept(text: str) -> list[str]:
    r"""Splits at "\n\n" and keeps the empty pieces."""
    lines = [line if line.strip() else "" for line in _unix(text).split("\n")]
    return [piece.strip() for piece in "\n".join(lines).split("\n\n")]


def blank_ends_become_paragraphs(text: str) -> list[str]:
    """Splits at runs of blank lines and keeps the empty pieces at the ends."""
    return [piece.strip() for piece in re.split(r"\n\s*\n", _unix(text))]


def last_paragraph_lost(text: str) -> list[str]:
    """Stores a paragraph when it meets a blank line, so the one at the end of the text is lost."""
    pieces = _pieces_as_they_are(_unix(text).split("\n"), _is_blank)
    return ["\n".join(piece).strip() for piece in pieces[:-1] if piece]


def every_line_is_a_paragraph(text: str) -> list[str]:
    """Splits at every line break."""
    return _documents(_unix(text).split("\n"))


def lines_joined_by_spaces(text: str) -> list[str]:
    """Joins the lines of a paragraph by spaces."""
    return [paragraph.replace("\n", " ") for paragraph in _paragraphs(text)]


def inner_lines_stripped(text: str) -> list[str]:
    """Strips every line of a paragraph."""
    return ["\n".join(line.strip() for line in paragraph.split("\n")) for paragraph in _paragraphs(text)]


def paragraphs_not_stripped(text: str) -> list[str]:
    """Leaves the blanks in front of the first line and behind the last one."""
    pieces = _pieces_as_they_are(_unix(text).split("\n"), _is_blank)
    return ["\n".join(piece) for piece in pieces if piece]


def _paragraphs(text):
    return _between(_unix(text).split("\n"), _is_blank)


def _is_blank(line):
    return not line.strip()


# ---------------------------------------------------------------- documents-from-csv


def commas_split_blindly(text: str, column: str) -> list[str]:
    """Takes every line for a row and every comma for a border; quotes stay in the fields."""
    return _column([line.split(",") for line in text.splitlines()], column)


def line_is_a_row(text: str, column: str) -> list[str]:
    """Reads the lines one by one, so that a line break inside quotes is lost."""
    return _column(list(csv.reader(text.splitlines())), column)


def doubled_quotes_kept(text: str, column: str) -> list[str]:
    """Leaves the doubled quotes of a quoted field doubled."""
    return [field.replace('"', '""') for field in _column(_rows(text), column)]


def quotes_removed(text: str, column: str) -> list[str]:
    """Throws away all the quotes, also those that belong to the field."""
    return [field.replace('"', "") for field in _column(_rows(text), column)]


def carriage_return_in_the_last_field(text: str, column: str) -> list[str]:
    r"""Ends a row at \n only, as a parser written by hand does that has not heard of \r\n."""
    stand_in = "\ue000"
    rows = _rows(text.replace("\r", stand_in))
    return _column([[field.replace(stand_in, "\r") for field in row] for row in rows], column)


def inner_line_breaks_unified(text: str, column: str) -> list[str]:
    r"""Turns \r\n inside quotes into \n."""
    return _column(_rows(_unix(text)), column)


def fields_stripped(text: str, column: str) -> list[str]:
    """Strips the fields."""
    return [field.strip() for field in _column(_rows(text), column)]


def empty_fields_dropped(text: str, column: str) -> list[str]:
    """Leaves out the rows whose field is empty."""
    return [field for field in _column(_rows(text), column) if field]


def header_is_a_document(text: str, column: str) -> list[str]:
    """Returns the name of the column as the first document."""
    return [column, *_column(_rows(text), column)]


def table_without_rows_refused(text: str, column: str) -> list[str]:
    """Raises KeyError when there is nothing but a header."""
    rows = _rows(text)
    if len(rows) < 2:
        raise KeyError(column)
    return _column(rows, column)


def unknown_column_is_empty(text: str, column: str) -> list[str]:
    """Answers [] when the table has no such column."""
    try:
        return _column(_rows(text), column)
    except KeyError:
        return []


def header_never_checked(text: str, column: str) -> list[str]:
    """Meets the unknown column only when there is a row to read."""
    return [row[column] for row in csv.DictReader(io.StringIO(text, newline=""))]


def column_case_ignored(text: str, column: str) -> list[str]:
    """Compares the names of columns without regard to case."""
    header, *rows = _rows(text) or [[]]
    return _column([[name.lower() for name in header], *rows], column.lower())


def _rows(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def _column(rows, column):
    if not rows or column not in rows[0]:
        raise KeyError(column)
    place = rows[0].index(column)
    return [row[place] for row in rows[1:]]


# ---------------------------------------------------------------- select-documents

Documents = list[dict[str, str]]


def since_excluded(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Leaves out the first day."""
    chosen = [d for d in documents if _by(d, author) and _between_dates(d, None, until)]
    return [d for d in chosen if since is None or ("date" in d and d["date"] > since)]


def until_excluded(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Leaves out the last day."""
    chosen = [d for d in documents if _by(d, author) and _between_dates(d, since, None)]
    return [d for d in chosen if until is None or ("date" in d and d["date"] < until)]


def both_ends_excluded(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Leaves out the first day and the last one."""
    chosen = since_excluded(documents, author, since)
    return until_excluded(chosen, None, None, until)


def author_contained(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Takes a part of the author's name for the name."""
    chosen = [d for d in documents if _between_dates(d, since, until)]
    return [d for d in chosen if author is None or ("author" in d and author in d["author"])]


def author_case_ignored(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Compares authors without regard to case."""
    chosen = [d for d in documents if _between_dates(d, since, until)]
    return [d for d in chosen if author is None or ("author" in d and d["author"].lower() == author.lower())]


def one_condition_is_enough(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Keeps a document that meets any of the conditions asked for."""
    asked = []
    if author is not None:
        asked.append(lambda d: _by(d, author))
    if since is not None:
        asked.append(lambda d: _between_dates(d, since, None))
    if until is not None:
        asked.append(lambda d: _between_dates(d, None, until))
    return [d for d in documents if not asked or any(holds(d) for holds in asked)]


def keys_taken_for_granted(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """KeyError at a document without the key."""
    return [
        d
        for d in documents
        if (author is None or d["author"] == author)
        and (since is None or d["date"] >= since)
        and (until is None or d["date"] <= until)
    ]


def missing_date_is_early(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Puts an empty string for a missing date, which is before any `until`."""
    return [
        d
        for d in documents
        if (author is None or d.get("author") == author)
        and (since is None or d.get("date", "") >= since)
        and (until is None or d.get("date", "") <= until)
    ]


def incomplete_always_dropped(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Leaves out a document without a key even when nobody asked for it."""
    complete = [d for d in documents if "author" in d and "date" in d]
    return keys_taken_for_granted(complete, author, since, until)


def undated_always_dropped(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Puts wide limits for limits that are not given, and no document without a date lies between them."""
    chosen = [d for d in documents if _by(d, author)]
    return [d for d in chosen if (since or "0000") <= d.get("date", "") <= (until or "9999-99-99")]


def missing_author_fits(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Keeps a document without an author whoever is asked for."""
    chosen = [d for d in documents if _between_dates(d, since, until)]
    return [d for d in chosen if author is None or d.get("author", author) == author]


def incomplete_always_kept(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Keeps a document without the key that is asked for."""
    return [
        d
        for d in documents
        if (author is None or d.get("author", author) == author)
        and (since is None or d.get("date", since) >= since)
        and (until is None or d.get("date", until) <= until)
    ]


def empty_author_means_anyone(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Takes an empty name for "not asked"."""
    return [d for d in documents if _by(d, author or None) and _between_dates(d, since, until)]


def sorted_by_date(
    documents: Documents, author: str | None = None, since: str | None = None, until: str | None = None
) -> Documents:
    """Puts the documents in the order of their dates."""
    chosen = [d for d in documents if _by(d, author) and _between_dates(d, since, until)]
    return sorted(chosen, key=lambda d: d.get("date", ""))


def _by(document, author):
    return author is None or ("author" in document and document["author"] == author)


def _between_dates(document, since, until):
    if since is None and until is None:
        return True
    date = document.get("date")
    return date is not None and (since is None or since <= date) and (until is None or date <= until)
