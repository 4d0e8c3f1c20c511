"""Returns an object whose class is called like a script."""

Kind = type("<img src=x onerror=alert(1)>\x1b[2J\u202e" * 50, (), {"__module__": "=1+1\n"})


def tfidf(counts):
    return Kind()
