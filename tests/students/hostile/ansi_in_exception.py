"""Raises escapes that clear the screen, set the title, ask the terminal to type and print a green verdict."""


def tfidf(counts):
    raise ValueError("\x1b[2J\x1b[H\x1b]0;owned\x07\x1b[6n\x1b[32maccepted 100 %\x1b[0m\r\x08\x08\x9b31m\x90q\x9c")
