# -*- coding: cp1251 -*-
"""Исходный текст в кодировке Windows."""
import re

ДЛИНА = len("слово")
assert ДЛИНА == 5 and "ё" == chr(0x451)


def tokenize(text):
    return [run.lower() for run in re.findall("[^\\W_]+", text)]
