"""Program text to HTML with classes, one span a token that has a colour."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from pygments.lexer import Lexer
from pygments.lexers import BashLexer, JsonLexer, PythonConsoleLexer, PythonLexer, YamlLexer
from pygments.token import Comment, Keyword, Name, Number, String, Token, _TokenType

LEXERS: dict[str, type[Lexer]] = {
    "python": PythonLexer,
    "py": PythonLexer,
    "pycon": PythonConsoleLexer,
    "bash": BashLexer,
    "json": JsonLexer,
    "yaml": YamlLexer,
}
PLAIN = ("", "text")
# Few colours: what a program says in words, its values, and what it says to a reader.
COLOURS: dict[_TokenType, str] = {
    Comment: "c",
    Keyword: "k",
    Name.Function: "f",
    Name.Class: "f",
    Number: "n",
    String.Doc: "c",
    String: "s",
}


def known(language: str) -> bool:
    """Whether programs in this language can be shown."""
    return language in LEXERS or language in PLAIN


@lru_cache(maxsize=4_000)
def program(text: str, language: str = "python") -> str:
    """The text as HTML, without an element around it; it ends without a line break."""
    text = text.rstrip("\n")
    if language in PLAIN:
        return escape(text, quote=False)
    pieces = ((_colour(kind), value) for kind, value in _lexer(language).get_tokens(text))
    return "".join(_coloured(colour, value) for colour, value in pieces).rstrip("\n")


def program_lines(text: str, language: str = "python") -> list[str]:
    """The lines of a program as HTML; a token that spans lines is closed and opened again at each break."""
    lines = [""]
    for kind, value in _lexer(language).get_tokens(text.rstrip("\n")):
        first, *others = value.split("\n")
        lines[-1] += _coloured(_colour(kind), first)
        lines += [_coloured(_colour(kind), other) for other in others]
    return lines[:-1]


@lru_cache
def _lexer(language: str) -> Lexer:
    return LEXERS[language](ensurenl=True, stripnl=False)


def _colour(kind: _TokenType) -> str:
    while kind is not Token:
        if kind in COLOURS:
            return COLOURS[kind]
        assert kind.parent is not None
        kind = kind.parent
    return ""


def _coloured(colour: str, text: str) -> str:
    text = escape(text, quote=False)
    return f'<span class="{colour}">{text}</span>' if colour and text.strip() else text
