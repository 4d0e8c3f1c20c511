"""Helpers beside the homework."""
from collections import Counter

__all__ = ["count_words", "words_of"]


def words_of(text):
    return "".join(char if char.isalnum() else " " for char in text).split()


def count_words(tokens):
    return Counter(tokens)
