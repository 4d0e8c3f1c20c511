"""Called like a module of the standard library and like its own function."""
import inspect
import linecache

__all__ = ["tokenize"]


def tokenize(text):
    assert inspect and linecache
    return [word.lower() for word in "".join(c if c.isalnum() else " " for c in text).split()]
