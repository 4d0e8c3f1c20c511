"""YAML read into plain values with a line for each, and every fault of the file as a located problem.

The events of the parser are taken directly: no tag is ever resolved to a Python object, scalars follow a small
subset of YAML 1.2 (`no`, `on`, `12:30`, `010` and dates stay text, `1e-7` is a number), and depth and size are capped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from grader.model import Message, message
from grader.problems import Problem
from grader.yamlerrors import explain

Spot = tuple[str | int, ...]

MAX_DEPTH = 32
MAX_VALUES = 100_000
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

WORDS = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
REAL = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?")
# Line breaks of YAML 1.1 that no editor counts are among these: they would shift every line number below them.
UNSEEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Document:
    """The value of a YAML file, the line of each part of it, and what is wrong with the file."""

    file: str
    value: object = None
    lines: Mapping[Spot, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def line(self, spot: Spot) -> int:
        """The line of a part, else of the nearest part that holds it."""
        while spot and spot not in self.lines:
            spot = spot[:-1]
        return self.lines.get(spot, 1)

    def problem(self, spot: Spot, words: Message) -> Problem:
        """A problem with one part of this file."""
        return Problem(self.file, self.line(spot), words)


def parse(data: bytes, file: str) -> Document:
    """The document of a file's bytes. Never raises: what is wrong is in `problems`, and the value is then None."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02x}"
        return _broken(file, line, message("the file is not UTF-8 (byte {byte}): save it as UTF-8", byte=byte))
    unseen = UNSEEN.search(text)
    if unseen:
        sign = f"U+{ord(unseen[0]):04X}"
        line = text.count("\n", 0, unseen.start()) + 1
        return _broken(file, line, message("the invisible character {sign} is not allowed: delete it", sign=sign))
    return _document(text, file)


def _document(text: str, file: str) -> Document:
    builder = _Builder(file, yaml.parse(text, Loader=PARSER), len(text.splitlines()))
    try:
        value = builder.document()
    except _FatalError as stop:
        return Document(file, None, builder.lines, (*builder.problems, stop.problem))
    except yaml.YAMLError as error:
        line, words = explain(error, text)
        return Document(file, None, builder.lines, (*builder.problems, Problem(file, line, words)))
    return Document(file, value, builder.lines, tuple(builder.problems))


def _broken(file: str, line: int, words: Message) -> Document:
    return Document(file, problems=(Problem(file, line, words),))


class _FatalError(Exception):
    """What is wrong is such that reading on makes no sense."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Plain values from the parser's events."""

    def __init__(self, file: str, events: Iterator[yaml.Event], last: int) -> None:
        self.file = file
        self.events = events
        self.last = last
        self.lines: dict[Spot, int] = {}
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[object, int]] = {}
        self.count = 0

    def document(self) -> object:
        """The one document of the stream."""
        next(self.events)
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            empty = message("the file is empty: write something into it, or delete it")
            raise _FatalError(Problem(self.file, 1, empty))
        value = self.value(next(self.events), (), 0)
        next(self.events)
        more = next(self.events)
        if not isinstance(more, yaml.StreamEndEvent):
            self.fault(more, message("a second document begins at `---`: a file holds one document, delete the line"))
        return value

    def line(self, event: yaml.Event) -> int:
        """The line an event begins at; what is left out at the end of a file is told of its last line."""
        return 1 if event.start_mark is None else min(int(event.start_mark.line) + 1, self.last)

    def fault(self, event: yaml.Event, words: Message) -> None:
        self.problems.append(Problem(self.file, self.line(event), words))

    def value(self, event: yaml.Event, spot: Spot, depth: int) -> object:
        """The value that begins with this event; `spot` is its place in the document."""
        if depth > MAX_DEPTH:
            deep = message("values are nested more than {limit} deep: make the file flatter", limit=MAX_DEPTH)
            raise _FatalError(Problem(self.file, self.line(event), deep))
        self.lines.setdefault(spot, self.line(event))
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        before = self.count
        self.add(event, 1)
        if event.tag is not None:
            tag = message("the tag {tag} is not used in a course: delete it, and put text in quotes", tag=event.tag)
            self.fault(event, tag)
        value = self.fresh(event, spot, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, self.count - before)
        return value

    def fresh(self, event: yaml.Event, spot: Spot, depth: int) -> object:
        match event:
            case yaml.ScalarEvent():
                return event.value if event.style else scalar(event.value)
            case yaml.SequenceStartEvent():
                return self.sequence(spot, depth)
            case _:
                return self.mapping(spot, depth)

    def sequence(self, spot: Spot, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*spot, len(items)), depth + 1))
        return items

    def mapping(self, spot: Spot, depth: int) -> dict[str, object]:
        items: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            name = self.key(event, (*spot, ""), depth)
            place = (*spot, name)
            if name in items:
                self.fault(
                    event,
                    message(
                        "the key '{key}' is here twice, first on line {line}: delete one of the two",
                        key=name,
                        line=self.lines[place],
                    ),
                )
                place = (*place, "again")
            self.lines[place] = self.line(event)
            value = self.value(next(self.events), place, depth + 1)
            items.setdefault(name, value)
        return items

    def key(self, event: yaml.Event, spot: Spot, depth: int) -> str:
        """A key is text, however it is spelled: `1`, `no` and `null` are names too."""
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        self.fault(event, message("a key must be a plain word: write `name: value`"))
        self.value(event, spot, depth + 1)
        return ""

    def alias(self, event: yaml.AliasEvent) -> object:
        name = event.anchor or ""
        if name not in self.anchors:
            unknown = message("nothing above is called &{name}: put text that begins with * in quotes", name=name)
            self.fault(event, unknown)
            return None
        value, size = self.anchors[name]
        self.add(event, size)
        return value

    def add(self, event: yaml.Event, size: int) -> None:
        """Counts values as if every alias were written out: a few lines can stand for billions."""
        self.count += size
        if self.count > MAX_VALUES:
            many = message("the file holds more than {limit} values: use fewer aliases, or split it", limit=MAX_VALUES)
            raise _FatalError(Problem(self.file, self.line(event), many))


def scalar(text: str) -> object:
    """What unquoted text stands for: nothing, a truth value, a number or itself."""
    if text in WORDS:
        return WORDS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if REAL.fullmatch(text) else text
