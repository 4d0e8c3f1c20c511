"""Text that strangers chose, made safe to show: no control, bidi or broken character reaches a reader."""

from __future__ import annotations

_SPACES = "\u00a0\u202f"
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def visible(text: str) -> str:
    """The text on one line, with every character that does not print written as its escape."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in _SPACES else escaped(char) for char in text)


def shown(name: str) -> str:
    """A file name as people and reports see it; two different names never look the same."""
    return visible(name.replace("\\", "\\\\"))


def escaped(char: str) -> str:
    """One character as a Python escape; a byte that is no UTF-8 as `\\xff`."""
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if char in _SHORT:
        return _SHORT[char]
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
