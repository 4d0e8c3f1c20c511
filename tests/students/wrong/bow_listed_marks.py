"""Знаки препинания перечислены вручную."""
MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~«»—…"


def tokenize(text):
    for mark in MARKS:
        text = text.replace(mark, " ")
    return text.lower().split()
