"""Gives its functions names and docstrings that are markup."""


def tfidf(counts):
    """<script>alert(1)</script>"""
    return 0


tfidf.__name__ = tfidf.__qualname__ = "<script>alert(1)</script>\x1b[2J"
tfidf.__module__ = "=1+1"
