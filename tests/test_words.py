"""Every sentence of the grader has a Russian twin with the same places to fill."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from grader.model import Message, Text, message
from grader.words import _PLACE, DOMAIN, LOCALE, plural, say

PACKAGE = LOCALE.parent
KEYWORDS = {"message": None, "spoken": None, "plural": (1, 2)}
RUSSIAN = LOCALE / "ru" / "LC_MESSAGES"


def catalogue(domain: str = DOMAIN) -> Catalog:
    with open(RUSSIAN / f"{domain}.po", "rb") as file:
        return read_po(file, locale="ru")


def extracted() -> Iterator[tuple[str, object]]:
    """Every sentence of the program, of the templates and of the scripts, as `make words` finds them."""
    site = PACKAGE.parent / "site"
    kinds: list[tuple[Path, list[tuple[str, str]]]] = [
        (PACKAGE, [("**.py", "python")]),
        (site / "templates", [("**.html", "jinja2")]),
        (site / "ts", [("strings.json", "grader.pages.strings:extract")]),
    ]
    for folder, methods in kinds:
        found = extract_from_dir(folder, method_map=methods, keywords={**DEFAULT_KEYWORDS, **KEYWORDS, "n_": (1, 2)})
        for file, line, words, _comments, _context in found:
            yield f"{file}:{line}", words


def forms(words: object) -> list[str]:
    return [words] if isinstance(words, str) else [str(form) for form in words]  # type: ignore[attr-defined]


def places(template: str) -> set[str]:
    return {place[1] for place in _PLACE.finditer(template) if place[1]}


def test_every_sentence_has_a_russian_twin() -> None:
    known = {forms(entry.id)[0]: entry for entry in catalogue() if entry.id}
    wrong = []
    for where, words in extracted():
        entry = known.get(forms(words)[0])
        translations = forms(entry.string) if entry is not None else []
        if entry is None or entry.fuzzy or not all(translations):
            wrong.append(f"{where}: no translation of {words!r}")
        elif any(places(form) != places(forms(words)[-1]) for form in translations):
            wrong.append(f"{where}: other places to fill in {translations!r}")
    assert not wrong, "\n".join(wrong)


def test_no_translation_is_left_over() -> None:
    used = {forms(words)[0] for _, words in extracted()}
    assert {forms(entry.id)[0] for entry in catalogue() if entry.id} - used == set()
    assert catalogue().obsolete == {}


def test_click_still_says_what_is_translated() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(click.__file__).parent.glob("*.py"))
    entries = [entry for entry in catalogue("click") if entry.id]
    assert [form for entry in entries for form in forms(entry.id) if f'"{form}"' not in source] == []
    assert all(all(forms(entry.string)) for entry in entries)


@pytest.mark.parametrize("domain", [DOMAIN, "click"])
def test_the_compiled_catalogue_is_the_text_one(domain: str) -> None:
    fresh = io.BytesIO()
    write_mo(fresh, catalogue(domain))
    fresh.seek(0)
    with open(RUSSIAN / f"{domain}.mo", "rb") as file:
        compiled = {str(entry.id): entry.string for entry in read_mo(file)}
    expected = {str(entry.id): entry.string for entry in read_mo(fresh)}
    assert compiled == expected, "the .mo is older than the .po: make words"


def calls(name: str) -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield path, node


@pytest.mark.parametrize("name", sorted(KEYWORDS))
def test_templates_are_literal_and_filled(name: str) -> None:
    for path, call in calls(name):
        where = f"{path.name}:{call.lineno}"
        templates = call.args[:2] if name == "plural" else call.args[:1]
        for template in templates:
            if isinstance(template, ast.Attribute):  # `sentence.id`: a template that was a literal where it was made
                continue
            assert isinstance(template, ast.Constant), f"{where}: a template must be a literal, to be found"
            given = {keyword.arg for keyword in call.keywords} if name == "message" else set()
            if given and None not in given:  # a table of templates is filled later
                assert given == places(str(template.value)), f"{where}: placeholders and arguments differ"


def test_say_speaks_both_languages() -> None:
    nested = message("{file} is {kind}, not a regular file", file="a.py", kind=message("a named pipe"))
    assert say(nested, "en") == "a.py is a named pipe, not a regular file"
    assert "именованный канал" in say(nested, "ru")
    assert say(Text("да", "yes"), "ru") == "да"
    assert say(Message("off by {x:.2f}", (("x", 0.125),)), "ru") == "off by 0,12"
    assert say(Message("{x} {{y}}", (("x", 2.5),)), "en") == "2.5 {y}"
    assert say(None, "ru") == ""


@pytest.mark.parametrize(
    ("n", "words"), [(1, "1 работа"), (2, "2 работы"), (5, "5 работ"), (21, "21 работа"), (111, "111 работ")]
)
def test_russian_counts(n: int, words: str) -> None:
    assert say(plural("{n} submission", "{n} submissions", n), "ru") == words
    assert say(plural("{n} submission", "{n} submissions", n), "en") == f"{n} submission{'s' * (n != 1)}"


@pytest.mark.parametrize("template", ["{x.__class__}", "{x[0]}", "{x!r}", "{x:99999999}", "{", "}", "{}", "{0}", "{y}"])
def test_a_hostile_template_reaches_into_nothing(template: str) -> None:
    assert say(Message(template, (("x", Text("а", "a")),)), "en") == template
