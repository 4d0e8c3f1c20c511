"""Numbers as learners type them: `0,41`, `1 000`, `40 %`, `2/3`, `ln(2)/3`, `1,5·10^-3`. Read, never evaluated.

    whole  = ["=" | "≈"] sum ["%"]             the sign of percent divides the whole by 100
    sum    = term {("+" | "-") term}
    term   = signed {("*" | "/") signed}
    signed = {"+" | "-"} power
    power  = atom ["^" signed]                 so -2^2 is -4, and 2^3^2 is 2^9
    atom   = number | "e" | "pi" | "(" sum ")" | function atom
    number = digits, in groups of three or not, with one decimal point or comma, and an exponent `e-5`

A function without parentheses takes one number, and no power may follow it: `ln 2^3` could mean two things.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from grader.bank.glyphs import plain_signs
from grader.model import Message, message

LONGEST, DEEPEST = 100, 20

_TOKEN = re.compile(
    r"(?P<number>(?:(?:[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+)(?:[.,][0-9]*)?|[.,][0-9]+)(?:e[+-]?[0-9]+)?)"
    r"|(?P<name>log10(?![0-9])|log2(?![0-9])|lg|ln|exp|sqrt|pi|e(?![a-z]))|(?P<sign>\*\*|[-+*/^()%])"
)
_FUNCTIONS: Mapping[str, Callable[[float], float]] = MappingProxyType(
    {"ln": math.log, "lg": math.log10, "log10": math.log10, "log2": math.log2, "exp": math.exp, "sqrt": math.sqrt}
)
_CONSTANTS = MappingProxyType({"e": math.e, "pi": math.pi})


class Unreadable(ValueError):
    """What was typed is no number; `why` says what stands in the way."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.id)
        self.why = why


@dataclass(frozen=True, slots=True)
class Reading:
    """A number, and whether a sign of percent stood behind it; the value is then a hundredth of what stood before."""

    value: float
    percent: bool = False


def read_number(typed: str) -> Reading:
    """The number that was typed; Unreadable when it is none."""
    if len(typed) > LONGEST:
        raise Unreadable(message("it is longer than {most} characters", most=LONGEST))
    tokens = _tokens(plain_signs(typed).lstrip("=≈~ "))
    if not tokens:
        raise Unreadable(message("nothing stands there"))
    percent = tokens[-1] == "%"
    parser = _Parser(tokens[:-1] if percent else tokens)
    value = parser.sum(0)
    parser.must_be_over()
    return Reading(_finite(value / 100 if percent else value), percent)


def _tokens(text: str) -> list[str]:
    """The numbers, names and signs of a text without blanks."""
    found, place = [], 0
    while place < len(text):
        if text[place] == " ":
            place += 1
            continue
        token = _TOKEN.match(text, place)
        if token is None:
            raise Unreadable(_stranger(text[place:]))
        if token["number"] and text[token.end() : token.end() + 1] in (".", ","):
            raise Unreadable(message("{number} goes on after a second decimal mark: write one", number=token[0]))
        found.append(token[0])
        place = token.end()
    return found


def _stranger(rest: str) -> Message:
    word = re.match(r"[^\W\d_]+", rest)
    if word and word[0] == "log":
        return message("log has no base: write ln, lg or log2")
    return message("{sign} has no meaning here", sign=word[0] if word else rest[0])


class _Parser:
    """Reads tokens from left to right; every method returns a value and moves on."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._place = 0

    def sum(self, depth: int) -> float:
        """The value of a sum, read as far as it goes."""
        value = self._term(depth)
        while self._next() in ("+", "-"):
            sign = self._take()
            other = self._term(depth)
            value = _finite(value + other if sign == "+" else value - other)
        return value

    def _term(self, depth: int) -> float:
        value = self._signed(depth)
        while self._next() in ("*", "/"):
            sign = self._take()
            other = self._signed(depth)
            value = _finite(value * other) if sign == "*" else _over(value, other)
        return value

    def _signed(self, depth: int) -> float:
        positive = True
        while self._next() in ("+", "-"):
            positive = positive == (self._take() == "+")
        value = self._power(depth)
        return value if positive else -value

    def _power(self, depth: int) -> float:
        bare = self._next() in _FUNCTIONS and self._next(1) != "("
        base = self._atom(depth)
        if self._next() not in ("^", "**"):
            return base
        if bare:
            raise Unreadable(message("put what the function is of in parentheses, such as ln(2)^3"))
        self._take()
        return _called(math.pow, base, self._signed(_deeper(depth)))

    def _atom(self, depth: int) -> float:
        token = self._take()
        if token == "(":
            value = self.sum(_deeper(depth))
            if self._take() != ")":
                raise Unreadable(message("a parenthesis is not closed"))
            return value
        if token in _FUNCTIONS:
            return _called(_FUNCTIONS[token], self._atom(_deeper(depth)))
        if token in _CONSTANTS:
            return _CONSTANTS[token]
        if token[:1].isdigit() or token[:1] in (".", ","):
            return _finite(float(token.replace(" ", "").replace(",", ".")))
        raise Unreadable(message("a number is missing before {sign}", sign=token) if token else _ENDS)

    def must_be_over(self) -> None:
        """Nothing, or Unreadable where something stands behind the number."""
        if token := self._next():
            raise Unreadable(message("an operation is missing before {sign}", sign=token))

    def _next(self, ahead: int = 0) -> str:
        place = self._place + ahead
        return self._tokens[place] if place < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self._place += 1
        return token


_ENDS = message("it ends where a number or a parenthesis is missing")


def _deeper(depth: int) -> int:
    if depth == DEEPEST:
        raise Unreadable(message("parentheses and powers stand in one another more than {most} deep", most=DEEPEST))
    return depth + 1


def _over(value: float, other: float) -> float:
    if other == 0:
        raise Unreadable(message("it divides by zero"))
    return _finite(value / other)


def _called(function: Callable[..., float], *args: float) -> float:
    try:
        return _finite(function(*args))
    except (ValueError, OverflowError):
        raise Unreadable(message("it has no finite value")) from None


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise Unreadable(message("it has no finite value"))
    return value
