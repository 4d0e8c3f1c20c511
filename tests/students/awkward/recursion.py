"""Everything by recursion, with the limit raised."""
import sys

sys.setrecursionlimit(100_000)


def tokenize(text, word="", start=0):
    if start == len(text):
        return [word.lower()] if word else []
    letter = text[start]
    if letter.isalnum():
        return tokenize(text, word + letter, start + 1)
    return ([word.lower()] if word else []) + tokenize(text, "", start + 1)


def build_vocabulary(documents):
    def merge(words, tokens):
        if not tokens:
            return words
        head, *tail = tokens
        return merge(words if head in words else [*words, head], tail)

    def over(words, rest):
        return over(merge(words, rest[0]), rest[1:]) if rest else words

    return over([], documents)
