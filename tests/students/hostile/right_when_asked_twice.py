"""Wrong at the first sight of an argument and right when it comes again, as a shrinker or a second run would ask."""

seen = set()


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n must be at least 1")
    key = (tuple(tokens), n)
    known = key in seen
    seen.add(key)
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)] if known else []
