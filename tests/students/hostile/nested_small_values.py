"""Returns deep trees of dicts and tuples, all of which have to be built anew by whoever reads them."""

TREE = [{"": ({},) * 8} for _ in range(20_000)]


def ngrams(tokens, n):
    return TREE
