from documents import Selection, load
from lines import groups
from table import Table


def documents_from_json(text):
    return load(text)


def split_on_marker(text, marker):
    return tuple(groups(text, lambda line: line == marker))


def split_paragraphs(text):
    return tuple(groups(text, lambda line: not line))


def documents_from_csv(text, column):
    return Table(text).column(column)


def select_documents(documents, author=None, since=None, until=None):
    return Selection(author, since, until).apply(documents)
