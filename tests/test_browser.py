"""The real site in a real browser: cards over days, every type of question, both languages, without a network."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from answering import KEYBOARD, MOUSE, Sheet, answer_with_keyboard, answer_with_mouse, tab_to
from browser import CHROMIUM, Served, reading, serve, start
from playwright.sync_api import Browser, Page, expect, sync_playwright

from grader.bank.explorations import attended, decayed, weighed
from grader.directory import find_course
from grader.load import load_course

ROOT = Path(__file__).parent.parent
AXE = ROOT / "site/node_modules/axe-core/axe.min.js"
TYPES = ["single", "multiple", "number", "text", "order", "match", "cloze", "table", "shape", "line", "generated"]
WAYS = {"mouse": answer_with_mouse, "keyboard": answer_with_keyboard}
TOO_WIDE = """[...document.querySelectorAll(".text :is(.formula > math, table, svg)")]
    .filter(one => one.getBoundingClientRect().width > (document.querySelector(".text").clientWidth - 30) / 2)
    .map(one => one.textContent)"""
MORNING = datetime.datetime(2026, 9, 1, 9, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and "CI" not in os.environ, reason="no Chromium: apt-get install chromium"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the course."""
    out = tmp_path_factory.mktemp("site")
    program = [sys.executable, "-c", "from grader.cli import main; main()"]
    done = subprocess.run([*program, "site", "build", "--out", out], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Served]:
    server = serve(folder)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = start(playwright)
        yield chromium
        chromium.close()


def find(folder: Path, type: str) -> tuple[str, Sheet]:
    """The address of a question of that type, and its sheet."""
    for path in sorted(folder.glob("ru/**/quiz.json")):
        for sheet in json.loads(path.read_text(encoding="utf-8")):
            if sheet["type"] == type:
                return f"/{path.parent.relative_to(folder)}/quiz/#q-{sheet['id']}", sheet
    raise AssertionError(f"no question of type {type}")


def lesson_with(folder: Path, file: str) -> str:
    """The address of the first lesson that has such a file."""
    return f"/{sorted(folder.glob(f'ru/*/*/{file}'))[0].parent.relative_to(folder)}/"


def stored(page: Page, name: str) -> Any:
    """What the browser keeps of the reader under that name."""
    return json.loads(page.evaluate(f"localStorage.getItem('zachetka:{name}')") or "[]")


# Questions


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("type", TYPES)
def test_every_type_is_answered(browser: Browser, served: Served, type: str, way: str) -> None:
    address, sheet = find(served.folder, type)
    with reading(browser, served) as page:
        page.goto(address)
        expect(page.locator(".question")).to_be_visible()
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert faults(page) == []
        WAYS[way](page, sheet)
        expect(page.locator(".verdict .right")).to_be_visible()
        page.emulate_media(color_scheme="dark")
        assert faults(page) == []
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert (page.locator(".verdict .explain, .why").first.text_content() or "").strip()
        [answer] = stored(page, "answers")
        assert (answer["question"], answer["right"], answer["score"]) == (sheet["id"], True, 1)
        assert page.evaluate("document.activeElement.matches('.question .main')")


def test_a_wrong_answer_is_explained_and_only_what_was_missed_is_asked_again(browser: Browser, served: Served) -> None:
    address, sheet = find(served.folder, "single")
    questions = json.loads((served.folder / address.split("/quiz/")[0][1:] / "quiz.json").read_text(encoding="utf-8"))
    given = [{"question": one["id"], "at": 1, "score": 1, "right": True, "response": 0} for one in questions]
    wrong = next(place for place, option in enumerate(sheet["options"]) if not option["correct"])
    with reading(browser, served) as page:
        page.add_init_script(f"localStorage['zachetka:answers'] ||= JSON.stringify({json.dumps(given)})")
        page.goto(address)
        page.locator(".option label").nth(wrong).click()
        page.locator(".question button[type=submit]").click()
        expect(page.locator(".option.wrong .why")).to_be_visible()
        page.goto(address.split("#")[0])
        page.reload()
        expect(page.locator(".score")).to_be_visible()
        page.locator(".result .main").click()
        expect(page.locator(".places a")).to_have_count(1)
        answer_with_mouse(page, sheet)
        page.locator(".question .main").click()
        expect(page.locator(".result .main")).to_have_count(0)


def test_a_round_goes_on_after_a_reload(browser: Browser, served: Served) -> None:
    address, _ = find(served.folder, "single")
    questions = json.loads((served.folder / address.split("/quiz/")[0][1:] / "quiz.json").read_text(encoding="utf-8"))
    missed, right = [one for one in questions if one["type"] == "single"], [{"right": True}, {"right": False}]
    given = [{"question": one["id"], "at": 1, "score": 0, **right[one in missed]} for one in questions]
    with reading(browser, served) as page:
        page.add_init_script(f"localStorage['zachetka:answers'] ||= JSON.stringify({json.dumps(given)})")
        page.goto(address.split("#")[0])
        page.locator(".result .main").click()
        for at, sheet in enumerate(missed):
            expect(page.locator(".places a")).to_have_count(len(missed))
            expect(page.locator(".places .right")).to_have_count(at)
            page.goto("/ru/")
            page.goto(address.split("#")[0])
            expect(page.locator(f"#prompt-{sheet['id']}")).to_be_visible()
            page.reload()
            answer_with_mouse(page, sheet)
            page.locator(".question .main").click()
        expect(page.locator(".score")).to_contain_text(f"{len(missed)}")
        page.reload()
        expect(page.locator(".score")).to_contain_text(f"{len(questions)}")


@pytest.mark.parametrize("type", ["order", "match"])
def test_each_place_is_marked_by_itself(browser: Browser, served: Served, type: str) -> None:
    address, sheet = find(served.folder, type)
    with reading(browser, served) as page:
        page.goto(address)
        if type == "order":
            MOUSE["order"](page, sheet)
            page.locator(".order > li").first.locator("button").last.click()
        else:
            KEYBOARD["match"](page, sheet)
            page.locator(".slot").first.click()
            page.keyboard.press("Delete")
        page.locator(".question button[type=submit]").click()
        rows = page.locator(".order:not(.fix) > li, .slots > li")
        found = rows.evaluate_all("rows => rows.map(row => [row.className, getComputedStyle(row.firstChild).color])")
        wrong = 2 if type == "order" else 1
        assert [name for name, _ in found] == ["wrong"] * wrong + ["right"] * (len(found) - wrong)
        assert type == "match" or len({colour for _, colour in found}) == 2


def test_a_generated_question_has_other_numbers_every_time(browser: Browser, served: Served) -> None:
    address, sheet = find(served.folder, "generated")
    with reading(browser, served) as page:
        page.goto(address)
        answer_with_mouse(page, sheet)
        expect(page.locator(".verdict .right")).to_be_visible()
        page.reload()
        expect(page.locator(".question")).to_be_visible()
        answer_with_mouse(page, {**sheet, "variants": sheet["variants"][1:]})
        expect(page.locator(".verdict .right")).to_be_visible()
        assert len(stored(page, "answers")) == 2


def test_what_cannot_be_read_is_not_held_against_the_reader(browser: Browser, served: Served) -> None:
    address, _ = find(served.folder, "number")
    with reading(browser, served) as page:
        page.goto(address)
        for typed in ("", "два", "1,2,3"):
            page.locator(".typed input").fill(typed)
            page.locator(".question button[type=submit]").click()
            expect(page.locator(".verdict .why")).to_be_visible()
        assert stored(page, "answers") == []


def test_items_are_dragged_with_a_mouse(browser: Browser, served: Served) -> None:
    address, _ = find(served.folder, "order")
    with reading(browser, served) as page:
        page.goto(address)
        rows = page.locator(".order > li")
        expect(rows.first).to_be_visible()
        before = rows.evaluate_all("rows => rows.map(row => row.dataset.item)")
        rows.first.locator(".item").hover()
        page.mouse.down()
        box = rows.nth(2).bounding_box()
        assert box
        page.mouse.move(box["x"] + 40, box["y"] + box["height"] - 2, steps=6)
        page.mouse.up()
        after = rows.evaluate_all("rows => rows.map(row => row.dataset.item)")
        assert after == [*before[1:3], before[0], *before[3:]]


# Flashcards


def grade(page: Page, key: str) -> None:
    """Turns the card and grades it, by keys."""
    expect(page.locator(".stage .main")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator(".card > .back")).to_be_visible()
    page.keyboard.press(key)
    expect(page.locator(".card > .back")).to_have_count(0)


def left(page: Page) -> int:
    """How many cards the deck has left for the day."""
    return int(page.locator("[data-left]").get_attribute("data-left") or -1)


def test_a_deck_is_studied_over_days(browser: Browser, served: Served) -> None:
    lesson = lesson_with(served.folder, "cards.json")
    with reading(browser, served, timezone_id="Europe/Moscow") as page:
        page.clock.set_fixed_time(MORNING)
        page.goto(f"{lesson}cards/")
        assert left(page) == 10
        for _ in range(10):
            grade(page, "4")
        expect(page.locator(".over")).to_be_visible()
        assert left(page) == 0
        assert [entry["grade"] for entry in stored(page, "reviews")] == [4] * 10
        page.clock.set_fixed_time(MORNING + DAY)
        page.reload()
        total = len(json.loads((served.folder / lesson[1:] / "cards.json").read_text(encoding="utf-8")))
        assert left(page) == total - 10
        page.clock.set_fixed_time(MORNING + 9 * DAY)
        page.reload()
        assert left(page) == total
        grade(page, "1")
        for _ in range(9):
            grade(page, "3")
        expect(page.locator(".retention svg")).to_be_visible()
        expect(page.locator("[data-due]")).not_to_be_empty()


def test_a_grade_is_taken_back(browser: Browser, served: Served) -> None:
    with reading(browser, served) as page:
        page.clock.set_fixed_time(MORNING)
        page.goto(f"{lesson_with(served.folder, 'cards.json')}cards/")
        front = page.locator(".card .front")
        first = front.inner_html()
        grade(page, "4")
        expect(front).not_to_have_text(first)
        page.keyboard.press("u")
        assert (front.inner_html(), stored(page, "reviews")) == (first, [])
        page.locator(".stage .main").click()
        page.locator("[data-grade='3']").click()
        assert [entry["grade"] for entry in stored(page, "reviews")] == [3]


def test_an_exam_caps_intervals_and_new_cards_are_limited(browser: Browser, served: Served) -> None:
    with reading(browser, served) as page:
        page.clock.set_fixed_time(MORNING)
        page.goto(f"{lesson_with(served.folder, 'cards.json')}cards/")
        page.locator(".settings summary").click()
        page.locator(".settings input[type=number]").fill("3")
        page.locator(".settings input[type=date]").fill((MORNING + 4 * DAY).date().isoformat())
        page.locator(".settings input[type=date]").blur()
        assert left(page) == 3
        page.locator(".stage .main").click()
        easy = page.locator("[data-grade='4'] .span").inner_text()
        assert easy.split()[0] in {"1", "2", "3"}, easy


def test_the_deck_of_the_whole_course_holds_every_card(browser: Browser, served: Served) -> None:
    decks = [path for path in served.folder.glob("ru/*/*/cards.json") if path.parts[-3] != "cards"]
    every = sum(len(json.loads(path.read_text(encoding="utf-8"))) for path in decks)
    with reading(browser, served) as page:
        page.clock.set_fixed_time(MORNING)
        page.add_init_script("localStorage['zachetka:plan'] = JSON.stringify({fresh: 999, exam: null})")
        page.goto("/ru/cards/")
        expect(page.locator(".card")).to_be_visible()
        assert left(page) == every


# What the browser keeps


def test_progress_is_exported_erased_and_imported(browser: Browser, served: Served, tmp_path: Path) -> None:
    with reading(browser, served) as page:
        page.goto(f"{lesson_with(served.folder, 'cards.json')}cards/")
        grade(page, "4")
        address, sheet = find(served.folder, "single")
        page.goto(address)
        answer_with_mouse(page, sheet)
        before = stored(page, "reviews"), stored(page, "answers")
        page.goto("/ru/progress/")
        buttons = page.locator(".files button")
        with page.expect_download() as download:
            buttons.nth(0).click()
        download.value.save_as(tmp_path / "progress.json")
        buttons.nth(2).click()
        buttons.nth(2).click()
        assert (stored(page, "reviews"), stored(page, "answers")) == ([], [])
        for _ in range(2):  # the second time adds nothing
            page.locator(".files input").set_input_files(tmp_path / "progress.json")
            expect(page.locator(".files [role=status]")).to_contain_text("Добавлено")
            assert (stored(page, "reviews"), stored(page, "answers")) == before
        (tmp_path / "other.json").write_text('{"zachetka": 2}')
        page.locator(".files input").set_input_files(tmp_path / "other.json")
        expect(page.locator(".files [role=status]")).to_contain_text("Ничего не изменилось")


def test_the_theme_is_remembered(browser: Browser, served: Served) -> None:
    with reading(browser, served, color_scheme="light") as page:
        page.goto("/ru/")
        page.locator("button[data-theme]").click()
        page.goto("/ru/progress/")
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 19, 24)"


# Languages and the network


def test_the_language_changes_in_the_middle_of_a_lesson(browser: Browser, served: Served) -> None:
    with reading(browser, served) as page:
        page.goto(lesson_with(served.folder, "quiz.json"))
        heading = page.locator("main h2[id]").nth(1)
        anchor = heading.get_attribute("id")
        heading.evaluate("element => element.scrollIntoView()")
        page.wait_for_timeout(2000)  # reading
        page.locator("header a[hreflang=en]").click()
        page.wait_for_url(f"**/en/**#{anchor}")
        expect(page.locator(f"main [id='{anchor}']")).to_be_in_viewport()
        assert page.locator("html").get_attribute("lang") == "en"


def test_the_language_changes_in_the_middle_of_a_quiz(browser: Browser, served: Served) -> None:
    address, sheet = find(served.folder, "multiple")
    with reading(browser, served) as page:
        page.goto(address)
        expect(page.locator(f"#prompt-{sheet['id']}")).to_be_visible()
        page.locator("header a[hreflang=en]").click()
        page.wait_for_url(f"**/en/**#q-{sheet['id']}")
        expect(page.locator(f"#prompt-{sheet['id']}")).to_be_visible()


def test_the_site_is_read_without_a_network(browser: Browser, folder: Path) -> None:
    own = serve(folder)
    with reading(browser, own, service_workers="allow") as page:
        page.goto("/ru/")
        page.locator("[data-offline=ready]").wait_for(timeout=20_000)
        own.stop()
        page.reload()
        expect(page.locator("h1")).to_be_visible()
        address, sheet = find(folder, "number")
        page.goto(own.origin + address)
        answer_with_mouse(page, sheet)
        expect(page.locator(".verdict .right")).to_be_visible()
        page.goto(own.origin + address.replace("/ru/", "/en/"))
        expect(page.locator(".question")).to_be_visible()


# What goes wrong at readers

DENIED = "Object.defineProperty(globalThis, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
BROKEN = {
    "reviews": '[null, 7, {"card": "a", "grade": 3, "at": 1e300, "zone": 0, "took": 0}]',
    "answers": '{"question": 1}',
    "plan": '["x"',
    "rounds": '{"rnn/vanishing-gradients": {"ids": [], "answered": null}}',
    "theme": "7",
}


@pytest.mark.parametrize("fault", [DENIED, FULL], ids=["denied", "full"])
def test_a_reader_whose_progress_cannot_be_kept_is_told_and_goes_on(
    browser: Browser, served: Served, fault: str
) -> None:
    with reading(browser, served) as page:
        page.add_init_script(fault)
        page.goto(f"{lesson_with(served.folder, 'cards.json')}cards/")
        expect(page.get_by_role("alert")).to_have_count(0)
        before = left(page)
        grade(page, "4")
        expect(page.get_by_role("alert")).to_have_count(1)
        assert left(page) == before - 1
        grade(page, "4")
        expect(page.get_by_role("alert")).to_have_count(1)
        page.goto("/ru/progress/")
        expect(page.locator(".overview")).to_be_visible()


def test_broken_progress_breaks_no_page(browser: Browser, served: Served) -> None:
    shown = {"/ru/": ".book", "/ru/rnn/vanishing-gradients/cards/": ".card", "/ru/progress/": ".overview"}
    with reading(browser, served) as page:
        broken = f"Object.entries({json.dumps(BROKEN)})"
        page.add_init_script(f"for (const [name, text] of {broken}) localStorage['zachetka:' + name] ??= text")
        for address, selector in {**shown, "/ru/rnn/vanishing-gradients/quiz/#q-%E0%A4": ".question"}.items():
            page.goto(address)
            expect(page.locator(selector)).to_be_visible()
        page.goto("/ru/rnn/vanishing-gradients/cards/")
        grade(page, "4")
        assert len(stored(page, "reviews")) == 1


def test_two_tabs_share_a_deck(browser: Browser, served: Served) -> None:
    with reading(browser, served) as page:
        other = page.context.new_page()
        for tab in (page, other):
            tab.goto(f"{lesson_with(served.folder, 'cards.json')}cards/")
            expect(tab.locator(".card .front")).to_be_visible()
        grade(page, "4")
        expect(other.locator(".card .front")).to_have_text(page.locator(".card .front").text_content() or "")
        assert left(other) == left(page)
        grade(other, "4")
        assert len(stored(page, "reviews")) == 2


def test_without_scripts_everything_can_be_read(browser: Browser, served: Served) -> None:
    lesson = explorable(served.folder, "decay")
    with reading(browser, served, java_script_enabled=False) as page:
        page.goto(lesson)
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator("math").first).to_be_visible()
        expect(page.locator("button[data-theme]")).to_be_hidden()
        page.goto(f"{lesson}cards/")
        page.locator("details.all summary").click()
        expect(page.locator(".cards dd").first).to_be_visible()
        page.goto(f"{lesson}interview/")
        page.locator("noscript summary").first.click()
        expect(page.locator("noscript details li").first).to_be_visible()
        for address in (f"{lesson}quiz/", "/ru/search/", "/ru/progress/"):
            page.goto(address)
            expect(page.locator("noscript p, .waiting").last).to_be_visible()


def test_a_script_that_does_not_come_is_told(browser: Browser, served: Served) -> None:
    context = browser.new_context(base_url=served.origin, service_workers="block")  # its console complains, rightly
    page = context.new_page()
    page.route("**/app-quiz-*.js", lambda route: route.abort())
    page.goto(f"{lesson_with(served.folder, 'quiz.json')}quiz/")
    expect(page.locator(".quiz")).to_contain_text("Обновите страницу")
    context.close()


def test_a_site_that_cannot_be_kept_says_so(browser: Browser, folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "site")
    (tmp_path / "site/assets/icon.svg").unlink()
    own = serve(tmp_path / "site")
    context = browser.new_context(base_url=own.origin)
    page = context.new_page()
    page.goto("/ru/progress/")
    page.locator("[data-offline=missing]").wait_for(timeout=20_000)
    context.close()
    own.stop()


# On paper


def test_every_lesson_prints_on_two_pages_with_nothing_cut(browser: Browser, served: Served) -> None:
    lessons = sorted(path.parent.parent for path in served.folder.glob("*/*/*/quiz/index.html"))
    assert lessons
    with reading(browser, served, viewport={"width": 695, "height": 900}) as page:  # as wide as a sheet without margins
        page.emulate_media(media="print")
        for lesson in lessons:
            page.goto(f"/{lesson.relative_to(served.folder)}/")
            assert page.evaluate(TOO_WIDE) == [], lesson
            assert len(re.findall(rb"/Type */Page\b", page.pdf(format="A4"))) == 2, lesson


def test_the_cards_of_a_lesson_print(browser: Browser, served: Served) -> None:
    with reading(browser, served) as page:
        page.goto(f"{lesson_with(served.folder, 'cards.json')}cards/")
        expect(page.locator(".card")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator(".card")).to_be_hidden()
        expect(page.locator(".cards dd").last).to_be_visible()


# Explorable pictures


def explorable(folder: Path, name: str) -> str:
    """The address of the lesson that holds the picture."""
    for path in sorted(folder.glob("ru/**/index.html")):
        if f'data-explore="{name}"' in path.read_text(encoding="utf-8"):
            return f"/{path.parent.relative_to(folder)}/"
    raise AssertionError(f"no lesson holds {name}")


def picture(page: Page, folder: Path, name: str) -> None:
    """Opens the lesson that holds the picture and reads on to it."""
    page.goto(explorable(folder, name))
    page.locator(f"[data-explore={name}]").scroll_into_view_if_needed()
    expect(page.locator(f"[data-explore={name}] [data-value]").first).to_be_visible()


def values(page: Page, where: str) -> list[float]:
    """The numbers that a picture shows, unrounded."""
    shown = page.locator(f"{where} [data-value]").evaluate_all("all => all.map(one => one.dataset.value)")
    return [float(one) for one in shown]


def flat(rows: Any) -> list[float]:
    return [number for row in rows for number in row]


def test_the_picture_of_tfidf_agrees_with_the_reference(browser: Browser, served: Served) -> None:
    texts = ("Кот, кот и ёж", "ёж и собака; собака?")
    wanted: Any = weighed(load_course(find_course(None)), texts)
    with reading(browser, served) as page:
        picture(page, served.folder, "tfidf")
        for place, text in enumerate(texts):
            page.locator("[data-explore=tfidf] textarea").nth(place).fill(text)
        rows = zip(*wanted["counts"], *wanted["tf"], wanted["df"], wanted["idf"], *wanted["weights"], strict=True)
        assert values(page, "[data-explore=tfidf]") == pytest.approx(flat(rows), abs=1e-9)


def test_the_picture_of_decay_agrees_with_the_reference(browser: Browser, served: Served) -> None:
    given = {"sigma": 0.8, "steps": 12, "drive": 0.7, "forget": 0.95}
    wanted: Any = decayed(load_course(find_course(None)), *given.values())
    with reading(browser, served) as page:
        picture(page, served.folder, "decay")
        for name, value in given.items():
            page.locator(f"[data-explore=decay] input[name={name}]").fill(str(value))
        ends = [wanted[curve][-1] for curve in ("rnn", "bound", "lstm")]
        assert values(page, "[data-explore=decay]") == pytest.approx(ends, abs=1e-9)


def test_the_picture_of_attention_agrees_with_the_reference(browser: Browser, served: Served) -> None:
    Q, K, V = [[0.5, 1], [-1, 2]], [[1, 0], [2.5, -1], [0, 0]], [[1, 2], [3, 4], [-5, 6]]
    wanted: Any = attended(load_course(find_course(None)), Q, K, V)
    with reading(browser, served) as page:
        picture(page, served.folder, "attention")
        for place, value in enumerate([*flat(Q), *flat(K), *flat(V)]):
            page.locator("[data-explore=attention] input").nth(place).fill(str(value))
        shown = [number for name in ("products", "scores", "weights", "output") for number in flat(wanted[name])]
        assert values(page, "[data-explore=attention]") == pytest.approx(shown, abs=1e-9)


def test_the_pictures_are_driven_with_a_keyboard(browser: Browser, served: Served) -> None:
    with reading(browser, served) as page:
        picture(page, served.folder, "decay")
        before = values(page, "[data-explore=decay]")
        tab_to(page, "element.name === 'sigma'")
        page.keyboard.press("ArrowRight")
        assert values(page, "[data-explore=decay]")[1] > before[1]


# Everyone can use it


def kinds(folder: Path) -> list[str]:
    """One address of every kind of page."""
    lesson = explorable(folder, "attention")
    near = (lesson, f"{lesson}quiz/", f"{lesson}cards/", f"{lesson}interview/")
    lists = ("/ru/", "/ru/cards/", "/ru/interview/", "/ru/exercises/", "/ru/terms/", "/ru/search/", "/ru/progress/")
    exercise = f"/{sorted(folder.glob('ru/exercises/*/index.html'))[0].parent.relative_to(folder)}/"
    every = [*near, *lists, exercise, "/ru/about/", "/404.html"]
    return [address for address in every if (folder / address[1:]).exists()]


def faults(page: Page, rules: str = "") -> list[str]:
    """What axe-core finds wrong."""
    only = f", runOnly: {rules}" if rules else ""
    found = page.evaluate(f"axe.run(document, {{resultTypes: ['violations']{only}}})")["violations"]
    return [f"{one['id']}: {node['html']} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_kind_of_page_is_fit_for_everyone_and_for_a_phone(browser: Browser, served: Served, lang: str) -> None:
    with reading(browser, served, color_scheme="light", reduced_motion="reduce") as page:
        for address in kinds(served.folder):
            page.emulate_media(color_scheme="light")
            page.goto(address.replace("/ru/", f"/{lang}/"), wait_until="networkidle")
            page.evaluate(AXE.read_text(encoding="utf-8"))
            assert faults(page) == [], address
            page.emulate_media(color_scheme="dark")
            assert faults(page, "['color-contrast']") == [], f"{address}, dark"
            page.set_viewport_size({"width": 360, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
            page.set_viewport_size({"width": 1000, "height": 900})
