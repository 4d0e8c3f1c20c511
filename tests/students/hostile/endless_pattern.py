"""A regular expression that needs 2**40 steps."""
import re


def tokenize(text):
    return re.findall(r"(\w+\s?)+!$", "слово" * 12 + "?")
