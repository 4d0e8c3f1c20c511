"""Adds optional parameters, takes arguments by position only or by *args."""
import numpy as np


def tokenize(text, /, lower=True, *, keep=str.isalnum):
    return [w.lower() if lower else w for w in "".join(c if keep(c) else " " for c in text).split()]


def document_frequency(*args, **kwargs):
    (counts,) = args
    return np.sum(counts > 0, axis=0, **kwargs)


def select_documents(documents, author=None, since=None, until=None, **rest):
    def wanted(document):
        if author is not None and document.get("author") != author:
            return False
        if since is None and until is None:
            return True
        date = document.get("date")
        return date is not None and (since or "") <= date and (until is None or date <= until)

    return [document for document in documents if wanted(document)]
