"""Inputs, cases and properties of the exercises that cut a corpus into documents.

What the catalogue leaves open is never drawn: a lone carriage return, line breaks of Unicode (form feed, U+2028),
no-break spaces at the ends of lines, JSON with NaN, a byte order mark or one key twice, a quote inside an unquoted
CSV field, dates that are none.
"""

import csv
import io
import json

import hypothesis.strategies as st

from grader.properties import Arguments, agree, call, draws

WORDS = ("кот", "дом", "снег", "ёж", "чай", "cat", "sun", "NLP", "2020")


def words():
    return st.sampled_from(WORDS)


@st.composite
def sentences(draw, between=(" ", " ", ", ", "! ")):
    """One to four words."""
    text = draw(words())
    for word in draw(st.lists(words(), max_size=3)):
        text += draw(st.sampled_from(between)) + word
    return text


def put_in(draw, items, item):
    """The items with one more at any place."""
    place = draw(st.integers(0, len(items)))
    return [*items[:place], item, *items[place:]]


# ---------------------------------------------------------------- documents-from-json

KEYS = {
    "title": st.one_of(words(), st.just('"text": "кот"'), st.none()),
    "id": st.integers(0, 9),
    "note": st.sampled_from(({"text": "чай"}, ["text"], True)),
}


@st.composite
def entries(draw, text=sentences((" ", ", ", "\n", ' "', "\\", "/", " — "))):  # noqa: B008
    """A document: its text, before or after some other keys."""
    others = {key: draw(KEYS[key]) for key in draw(st.lists(st.sampled_from(list(KEYS)), max_size=3, unique=True))}
    entry = {"text": draw(text)}
    return {**entry, **others} if draw(st.booleans()) else {**others, **entry}


def written(draw, corpus):
    """A value as JSON in one of its layouts."""
    indent, compact = draw(st.sampled_from(((None, False), (None, True), (1, False))))
    separators = (",", ":") if compact else None
    return json.dumps(corpus, indent=indent, separators=separators, ensure_ascii=draw(st.booleans()))


def corpus_of(draw, documents):
    """A corpus with these entries, before or after some other keys."""
    corpus = {"documents": documents}
    other = draw(st.sampled_from(({}, {"text": "чай"}, {"name": "кот", "size": 2})))
    return {**corpus, **other} if draw(st.booleans()) else {**other, **corpus}


@draws("documents-from-json")
def corpora(draw, distinct):
    return (written(draw, corpus_of(draw, draw(st.lists(entries(), min_size=1, max_size=4)))),)


@draws("documents-from-json", case="no_documents")
def empty_corpora(draw, distinct):
    return (written(draw, corpus_of(draw, [])),)


@draws("documents-from-json", case="texts_as_they_are")
def corpora_with_blanks(draw, distinct):
    text = st.one_of(st.just(""), st.tuples(st.sampled_from((" ", "\n", "")), words(), st.sampled_from((" ", "\n"))))
    entry = draw(entries(text.map("".join)))
    return (written(draw, corpus_of(draw, put_in(draw, draw(st.lists(entries(), max_size=2)), entry))),)


@draws("documents-from-json", case="not_json")
def broken_json(draw, distinct):
    corpus = corpus_of(draw, draw(st.lists(entries(), min_size=1, max_size=2)))
    good = json.dumps(corpus, ensure_ascii=False)
    match draw(st.sampled_from(("other", "cut", "longer", "longer", "comma", "python", "python"))):
        case "other":
            return (draw(st.sampled_from(("", " ", "\n", "кот", "text: кот", "<text>кот</text>", "{documents: []}"))),)
        case "cut":
            return (good[: draw(st.integers(1, len(good) - 1))],)
        case "longer":
            return (good + draw(st.sampled_from((" кот", "}", ",", "\n" + good, " // кот"))),)
        case "comma":
            return (good.replace("}", ",}"),)
        case _:
            return (repr(corpus),)


STRANGERS = (
    ([], [{"text": "кот"}], "documents", "кот", 3, None, True),
    ({}, {"text": "кот"}, {"Documents": []}, {"document": [{"text": "кот"}]}, {"corpus": {"documents": []}}),
    ({"documents": {}},),
    ({"documents": ""}, {"documents": None}, {"documents": False}),
    tuple({"documents": one} for one in ("кот", 3, {"text": "кот"}, {"documents": []})),
)


@draws("documents-from-json", case="not_a_corpus")
def strangers(draw, distinct):
    return (written(draw, draw(st.sampled_from(draw(st.sampled_from(STRANGERS))))),)


BROKEN = (
    *("кот", "text", None, 3, [], ["text"], ["text", "кот"], {}, {"title": "кот"}, {"Text": "кот"}),
    *({"text": one} for one in (None, 3, ["кот"], [], True, {"text": "кот"}, {})),
)


@draws("documents-from-json", case="broken_entries")
def corpora_with_broken_entries(draw, distinct):
    broken = draw(st.sampled_from(BROKEN))
    return (written(draw, corpus_of(draw, put_in(draw, draw(st.lists(entries(), max_size=2)), broken))),)


NOTHING = object()


def parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return NOTHING


def listed(text):
    """The entries of a corpus; None when the text is no corpus."""
    corpus = parsed(text)
    found = corpus.get("documents") if isinstance(corpus, dict) else None
    return found if isinstance(found, list) else None


def readable(entry):
    return isinstance(entry, dict) and isinstance(entry.get("text"), str)


def not_json(text):
    return parsed(text) is NOTHING


def not_a_corpus(text):
    return not not_json(text) and listed(text) is None


def broken_entries(text):
    return not all(readable(entry) for entry in listed(text) or ())


def no_documents(text):
    return listed(text) == []


def texts_as_they_are(text):
    texts = [entry["text"] for entry in listed(text) or () if readable(entry)]
    return any(not text or text != text.strip() for text in texts)


def order_follows_the_corpus(text):
    corpus = json.loads(text)
    straight = yield call(text)
    turned = yield call(json.dumps({**corpus, "documents": corpus["documents"][::-1]}, ensure_ascii=False))
    agree(turned, straight[::-1])


def layout_changes_nothing(text):
    straight = yield call(text)
    airy = yield call(json.dumps(json.loads(text), indent=4, separators=(" ,", " : ")))
    agree(airy, straight)


def other_keys_change_nothing(text):
    texts = [entry["text"] for entry in json.loads(text)["documents"]]
    documents = [{"text": text, "title": "снег", "source": {"text": "лес"}} for text in texts]
    straight = yield call(text)
    other = yield call(json.dumps({"text": "чай", "documents": documents}, ensure_ascii=False))
    agree(other, straight)


# ---------------------------------------------------------------- split-on-marker

MARKERS = ("---", "***", "###", "<doc>", "[END]", "КОНЕЦ", "Новый документ", "...", "$$$", "+")


def lines():
    return sentences((" ", " ", ", "))


def blocks(low=1, high=3):
    """Lines that belong together."""
    return st.lists(lines(), min_size=low, max_size=high)


def joined(draw, lines, breaks=("\n",)):
    """A text from its lines, the last of them with or without a line break."""
    text = "".join(line + draw(st.sampled_from(breaks)) for line in lines[:-1]) + "".join(lines[-1:])
    return text + draw(st.sampled_from(("", breaks[0])))


def between(separators, pieces):
    """The lines of all pieces with a separator before each but the first."""
    return [line for n, piece in enumerate(pieces) for line in (*(separators[n - 1] if n else ()), *piece)]


def marked(draw, *, low=1, block=None, pad=str, breaks=("\n",)):
    """A text of blocks with marker lines between them."""
    marker = draw(st.sampled_from(MARKERS))
    pieces = draw(st.lists(block(marker) if block else blocks(), min_size=low, max_size=4))
    return joined(draw, between([[pad(marker)] for _ in pieces], pieces), breaks), marker


@draws("split-on-marker")
def marked_texts(draw, distinct):
    return marked(draw)


@draws("split-on-marker", case="windows_line_ends")
def marked_windows_texts(draw, distinct):
    return marked(draw, breaks=draw(st.sampled_from((("\r\n",), ("\r\n", "\n")))))


@draws("split-on-marker", case="padded_markers")
def texts_with_padded_markers(draw, distinct):
    blanks = st.sampled_from(("", " ", "\t", "  "))
    return marked(draw, low=2, pad=lambda marker: draw(blanks) + marker + draw(blanks))


@draws("split-on-marker", case="empty_documents")
def marked_texts_with_gaps(draw, distinct):
    gaps = st.lists(st.just(""), max_size=2)
    return marked(draw, low=0, block=lambda marker: st.one_of(gaps, gaps, blocks(high=2)))


@draws("split-on-marker", case="lines_as_they_are")
def marked_texts_with_indents(draw, distinct):
    blanks = st.sampled_from(("", "", "  ", "\t"))
    line = st.tuples(blanks, lines(), blanks).map("".join)
    loose = st.lists(st.one_of(line, line, st.just("")), max_size=2)
    block = st.tuples(loose, line, loose).map(lambda b: [*b[0], b[1], *b[2]])
    return marked(draw, block=lambda marker: block)


@draws("split-on-marker", case="marker_inside_a_line")
def texts_with_near_markers(draw, distinct):
    def near(marker):
        other = marker.swapcase()
        alike = (other, other) if other != marker else (f"_{marker}",)
        line = st.sampled_from((f"{marker} кот", f"кот {marker} дом", f"дом {marker}", marker * 2, *alike))
        return st.tuples(blocks(0, 2), line, blocks(0, 1)).map(lambda b: [*b[0], b[1], *b[2]])

    return marked(draw, block=near)


def normal(text):
    return text.replace("\r\n", "\n").split("\n")


def pieces(text, marker):
    """What stands between the markers, as it is."""
    found = [[]]
    for line in normal(text):
        if line.strip() == marker:
            found.append([])
        else:
            found[-1].append(line)
    return found


def windows_line_ends(text):
    return "\r\n" in text


def padded_markers(text, marker):
    return any(line.strip() == marker != line for line in normal(text))


def empty_documents(text, marker):
    return not all("".join(piece).strip() for piece in pieces(text, marker))


def lines_as_they_are(text, marker):
    """Some line of a document is blank or has blanks at its ends."""
    lines = normal(text.removesuffix("\n"))
    return any(line.strip() != marker and (not line or line != line.strip()) for line in lines)


def marker_inside_a_line(text, marker):
    return any(marker.lower() in line.lower() and line.strip() != marker for line in normal(text))


def another_marker_does_the_same(text, marker):
    other = "@@"
    straight = yield call(text, marker)
    renamed = yield call("\n".join(other if line.strip() == marker else line for line in normal(text)), other)
    agree(renamed, straight)


def blank_lines_at_the_ends_change_nothing(text, marker):
    straight = yield call(text, marker)
    wider = yield call(f"\n{text}\n\n", marker)
    agree(wider, straight)


def one_more_document_at_the_end(text, marker):
    straight = yield call(text, marker)
    longer = yield call(f"{text}\n{marker}\nлес", marker)
    agree(longer, [*straight, "лес"])


# ---------------------------------------------------------------- split-paragraphs


def paragraphs(draw, *, low=1, block=None, blank=("",), breaks=("\n",), ends=(0, 0)):
    """A text of paragraphs between one to three blank lines."""
    pieces = draw(st.lists(blocks() if block is None else block, min_size=low, max_size=4))

    def gap(low, high):
        return draw(st.lists(st.sampled_from(blank), min_size=low, max_size=high))

    inside = between([gap(1, 3) for _ in pieces], pieces)
    return (joined(draw, [*gap(0, ends[0]), *inside, *gap(0, ends[1])], breaks),)


@draws("split-paragraphs")
def plain_paragraphs(draw, distinct):
    return paragraphs(draw)


@draws("split-paragraphs", case="blank_ends")
def paragraphs_with_blank_ends(draw, distinct):
    return paragraphs(draw, low=draw(st.integers(0, 1)), ends=(3, 3))


@draws("split-paragraphs", case="indented_lines")
def indented_paragraphs(draw, distinct):
    blanks = st.sampled_from(("", "", "  ", "\t"))
    indent = draw(st.sampled_from((blanks, blanks, st.just("  "))))
    line = st.tuples(indent, lines(), blanks).map("".join)
    return paragraphs(draw, block=st.lists(line, min_size=1, max_size=3))


@draws("split-paragraphs", case="windows_line_ends")
def windows_paragraphs(draw, distinct):
    return paragraphs(draw, breaks=draw(st.sampled_from((("\r\n",), ("\r\n", "\n")))))


@draws("split-paragraphs", case="blank_lines_with_blanks")
def paragraphs_between_blanks(draw, distinct):
    blank = draw(st.sampled_from((("\t",), (" ",), ("\t", " "), ("", " ", "\t"), ("  ", " \t"))))
    if draw(st.booleans()):
        return paragraphs(draw, blank=blank, ends=(1, 1), block=blocks(high=1), breaks=("\n", "\r\n"))
    return paragraphs(draw, blank=blank, ends=(1, 1))


def blank_ends(text):
    """More than a line break at the ends of the text, or nothing else in it."""
    return not text.strip() or not normal(text)[0].strip() or text.rstrip(" \t").endswith(("\n\n", "\n\r\n"))


def indented_lines(text):
    return any(line.strip() and line != line.strip() for line in normal(text))


def blank_lines_with_blanks(text):
    return any(line and not line.strip() for line in normal(text))


def more_blank_lines_change_nothing(text):
    straight = yield call(text)
    airy = yield call(text.replace("\n\n", "\n\n\n\n\n"))
    agree(airy, straight)


def text_twice_paragraphs_twice(text):
    straight = yield call(text)
    twice = yield call(f"{text}\n\n{text}")
    agree(twice, [*straight, *straight])


# ---------------------------------------------------------------- documents-from-csv

NAMES = ("text", "author", "date", "id", "текст", "имя", "год, месяц")
PLAIN = st.one_of(words(), words(), sentences((" ", ", ", "; ", "—", "' ")))


def as_csv(rows, end="\n", quoted=lambda field: False):
    """A table by RFC 4180: quotes where they are needed, and where `quoted` says so."""

    def written(field):
        needed = any(mark in field for mark in ',"\r\n')
        return f'"{field.replace(chr(34), chr(34) * 2)}"' if needed or quoted(field) else field

    return end.join(",".join(map(written, row)) for row in rows)


def tables(draw, *, width=(1, 4), height=(1, 4)):
    """A header and rows of equal length."""
    header = draw(st.lists(st.sampled_from(NAMES), min_size=width[0], max_size=width[1], unique=True))
    row = st.tuples(*[PLAIN] * len(header)).map(list)
    return [header, *draw(st.lists(row, min_size=height[0], max_size=height[1]))]


def table_text(draw, rows, ends=("\n",)):
    end = draw(st.sampled_from(ends))
    needless = draw(st.sampled_from(((), (), WORDS[:3], (" кот", ""))))
    return as_csv(rows, end, lambda field: field in needless) + draw(st.sampled_from(("", end)))


def table_with_column(draw, ends=("\n",), special=None, **options):
    """A table and one of its columns; one or two fields are special where that is asked for, mostly in that column."""
    rows = tables(draw, **options)
    places = st.integers(0, len(rows[0]) - 1)
    place = draw(places)
    if special is not None:
        draw(st.sampled_from(rows[1:]))[place] = draw(special)
        draw(st.sampled_from(rows[1:]))[draw(places)] = draw(special)
    return table_text(draw, rows, ends), rows[0][place]


@draws("documents-from-csv")
def plain_tables(draw, distinct):
    return table_with_column(draw)


@draws("documents-from-csv", case="no_rows")
def headers(draw, distinct):
    return table_with_column(draw, height=(0, 0))


@draws("documents-from-csv", case="fields_as_they_are")
def tables_with_blanks(draw, distinct):
    return table_with_column(draw, width=(2, 4), special=st.sampled_from(("", " кот", "дом ", " ", "")))


@draws("documents-from-csv", case="doubled_quotes")
def tables_with_quotes(draw, distinct):
    special = ('"кот"', 'дом "снег" дом', '"', '""', 'чай, "кот"', '"кот", "дом"', 'кот"', '","')
    return table_with_column(draw, special=st.sampled_from(special))


@draws("documents-from-csv", case="windows_line_ends")
def windows_tables(draw, distinct):
    return table_with_column(draw, ends=("\r\n",))


@draws("documents-from-csv", case="quoted_line_breaks")
def tables_with_line_breaks(draw, distinct):
    special = ("кот\nдом", "кот\n\nдом", "кот,\nдом", "кот\nдом\nснег", "чай\nкот,дом,снег,ёж")
    if draw(st.booleans()):
        special = ("кот\r\nдом", "чай,\r\nкот", *special[:3])
        return table_with_column(draw, ends=("\r\n",), special=st.sampled_from(special))
    return table_with_column(draw, special=st.sampled_from(special))


def foreign_column(draw, rows):
    """A name that is not in the header, though it looks like one that is."""
    name = draw(st.sampled_from(rows[0]))
    near = (name.upper(), name.upper(), name[:-1], name[:-1], f"{name}s", f" {name}", rows[-1][0])
    return draw(st.sampled_from([other for other in near if other not in rows[0]]))


@draws("documents-from-csv", case="unknown_column")
def tables_without_the_column(draw, distinct):
    rows = tables(draw)
    return table_text(draw, rows, ("\n", "\n", "\r\n")), foreign_column(draw, rows)


@draws("documents-from-csv", case="unknown_column_without_rows")
def headers_without_the_column(draw, distinct):
    if draw(st.booleans()):
        return "", draw(st.sampled_from(NAMES))
    rows = tables(draw, height=(0, 0))
    return table_text(draw, rows), foreign_column(draw, rows)


def rows_of(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def any_field(text, holds):
    return any(holds(field) for row in rows_of(text) for field in row)


def fields_as_they_are(text):
    return any_field(text, lambda field: not field or field != field.strip())


def doubled_quotes(text):
    return any_field(text, lambda field: '"' in field)


def quoted_line_breaks(text):
    return any_field(text, lambda field: "\n" in field)


def no_rows(text):
    return len(rows_of(text)) == 1


def unknown_column(text, column):
    return bool(text) and column not in rows_of(text)[0]


def unknown_column_without_rows(text, column):
    return not text or (no_rows(text) and unknown_column(text, column))


def columns_may_change_places(text, column):
    straight = yield call(text, column)
    turned = yield call(as_csv([row[::-1] for row in rows_of(text)]), column)
    agree(turned, straight)


def needless_quotes_change_nothing(text, column):
    straight = yield call(text, column)
    quoted = yield call(as_csv(rows_of(text), quoted=lambda field: True), column)
    agree(quoted, straight)


# ---------------------------------------------------------------- select-documents

AUTHORS = ("Анна", "Иван", "Kim")
DATES = ("2019-12-31", "2020-01-01", "2020-02-29", "2020-09-30", "2020-10-01", "2021-01-10", "2021-11-02", "2023-05-09")
LIMITS = ("1999-01-01", "2020-01-15", "2020-03-01", "2020-09-15", "2020-12-31", "2021-06-01", "2030-01-01")


def documents(low=1, authors=AUTHORS):
    """Documents with an author, a date and a text, in no order."""
    keys = {"author": st.sampled_from(authors), "date": st.sampled_from(DATES), "text": words()}
    return st.lists(st.fixed_dictionaries(keys), min_size=low, max_size=6)


def selection(draw, documents, **asked):
    """The call with its filters by keyword; a filter that is None may be spelt out."""
    spelt = draw(st.booleans())
    return Arguments((documents,), {key: value for key, value in asked.items() if spelt or value is not None})


@draws("select-documents")
def selections(draw, distinct):
    first, last = sorted((draw(st.sampled_from(LIMITS)), draw(st.sampled_from(LIMITS))))
    asked = ((None, None), (first, None), (None, last), (first, last), (LIMITS[-1], LIMITS[0]))
    since, until = draw(st.sampled_from(asked))
    found = draw(documents(draw(st.sampled_from((1, 4, 4, 4, 4, 0)))))
    return selection(draw, found, author=draw(st.sampled_from((*AUTHORS, None))), since=since, until=until)


@draws("select-documents", case="exact_author")
def selections_of_namesakes(draw, distinct):
    author = draw(st.sampled_from(("Анна", "Ким", "Lee")))
    found = draw(documents(1, (*AUTHORS, author)))
    for other in (draw(st.sampled_from((author.upper(), author.lower()))), f"{author} К.", author[:-1], f"{author} "):
        found = put_in(draw, found, {"author": other, "date": draw(st.sampled_from(DATES)), "text": "кот"})
    return selection(draw, found, author=author, since=None, until=draw(st.sampled_from((None, LIMITS[-1]))))


@draws("select-documents", case="both_ends")
def selections_at_the_ends(draw, distinct):
    found = draw(documents())
    chosen = draw(st.sampled_from(found))
    first, last = sorted((chosen["date"], draw(st.sampled_from(found))["date"]))
    since, until = draw(st.sampled_from(((first, last), (first, None), (None, last), (first, first), (last, last))))
    author = draw(st.sampled_from((None, None, chosen["author"])))
    return selection(draw, found, author=author, since=since, until=until)


@draws("select-documents", case="missing_key")
def selections_of_incomplete(draw, distinct):
    whole = draw(documents())
    found = whole
    lacks = st.sampled_from((("date",), ("date",), ("author",), ("author",), ("author", "date")))
    for missing in draw(st.lists(lacks, min_size=1, max_size=4)):
        found = put_in(draw, found, {key: value for key, value in whole[0].items() if key not in missing})
    author = draw(st.sampled_from((None, whole[0]["author"])))
    first, last = draw(st.sampled_from(LIMITS[:2])), draw(st.sampled_from(LIMITS[-3:]))
    asked = ((None, last), (None, last), (first, None), (first, last), (None, None), (None, None))
    since, until = draw(st.sampled_from(asked))
    return selection(draw, found, author=author, since=since, until=until)


@draws("select-documents", case="empty_author")
def selections_of_nobody(draw, distinct):
    limits = {key: draw(st.sampled_from((None, None, *LIMITS))) for key in ("since", "until")}
    return selection(draw, draw(documents()), author="", **limits)


def exact_author(documents, author):
    """Some author is the one asked for but for case, or one name holds the other."""
    others = {document.get("author", "").lower() for document in documents if document.get("author") != author}
    return bool(author) and any(other and (other in author.lower() or author.lower() in other) for other in others)


def both_ends(documents, since, until):
    return any(document.get("date", "") in (since, until) for document in documents)


def missing_key(documents):
    return not all({"author", "date"} <= document.keys() for document in documents)


def empty_author(author):
    return author == ""


def order_follows_the_documents(documents, author, since, until):
    straight = yield call(documents, author=author, since=since, until=until)
    turned = yield call(documents[::-1], author=author, since=since, until=until)
    agree(turned, straight[::-1])


def widest_dates_change_nothing(documents, author, since, until):
    straight = yield call(documents, author=author, since=since, until=until)
    wide = yield call(documents, author=author, since=since or "1900-01-01", until=until or "2100-12-31")
    agree(wide, straight)
