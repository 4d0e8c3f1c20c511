"""Fails at import with escapes, markup and braces of a template."""

raise RuntimeError("\x1b[2J<script>alert(1)</script>{expected} {0} %(got)s\n=1+1\u202e" * 20)


def tfidf(counts):
    return None
