"""A Cyrillic file name with a dash."""
import re


def split_paragraphs(text):
    return [part.strip() for part in re.split(r"\n(?:[ \t]*\n)+", text.replace("\r\n", "\n")) if part.strip()]
