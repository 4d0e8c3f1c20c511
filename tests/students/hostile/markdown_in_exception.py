"""Raises Markdown, a code fence's end, a template and a format string."""


def tfidf(counts):
    raise ValueError("```\n# Accepted\n[100 %](javascript:alert(1)) ![](http://192.0.2.1/x.png) {{ 7*7 }} {0.__class__} %s $(id) `id`")
