"""Answering a question of the site as a reader would: with a mouse, or with nothing but a keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Page

Sheet = Mapping[str, Any]
TURNS = 400


def typed(sheet: Sheet) -> str:
    """The right answer to what is typed."""
    match sheet["type"]:
        case "number":
            return f"{sheet['answer']:.9f}".replace(".", ",")
        case "shape":
            return "×".join(map(str, sheet["answer"]))
        case _:
            return str(sheet["accept"][0])


def right_options(sheet: Sheet) -> list[int]:
    """The places of the right options."""
    return [place for place, option in enumerate(sheet["options"]) if option["correct"]]


def asked(sheet: Sheet) -> Sheet:
    """The question as a newcomer sees it: the first variant of a generated one."""
    return sheet["variants"][0] if sheet["type"] == "generated" else sheet


def blanks(sheet: Sheet) -> Mapping[str, str]:
    """The right numbers of a table's blanks, in reading order."""
    return {f"{r},{c}": f"{sheet['cells'][r][c]:.9f}" for r, c in sorted(map(tuple, sheet["blank"]))}


# With a mouse. Only letters and digits come from the keyboard.


def answer_with_mouse(page: Page, sheet: Sheet) -> None:
    """The right answer, up to and with the button that checks it."""
    sheet = asked(sheet)
    MOUSE[sheet["type"]](page, sheet)
    page.locator(".question button[type=submit]").click()


def _click_options(page: Page, sheet: Sheet) -> None:
    for place in right_options(sheet):
        page.locator(".option label").nth(place).click()


def _click_and_type(page: Page, sheet: Sheet) -> None:
    page.locator(".typed input").click()
    page.keyboard.type(typed(sheet))


def _click_order(page: Page, sheet: Sheet) -> None:
    for place in range(len(sheet["items"])):
        row = page.locator(f".order li[data-item='{place}']")
        while row.evaluate("row => [...row.parentElement.children].indexOf(row)") > place:
            row.locator("button").first.click()


def _click_match(page: Page, sheet: Sheet) -> None:
    offers = page.locator(".offer")
    shown = [one.inner_html() for one in offers.all()]
    for left in range(len(sheet["lefts"])):
        page.locator(".slot").nth(left).click()
        offers.nth(shown.index(as_shown(page, sheet["rights"][left]))).click()


def _click_cloze(page: Page, sheet: Sheet) -> None:
    for name, gap in sheet["gaps"].items():
        place = page.locator(f"[data-gap='{name}']")
        if gap["type"] == "single":
            place.locator("select").select_option(str(right_options(gap)[0]))
        else:
            place.locator("input").click()
            page.keyboard.type(typed(gap))


def _click_table(page: Page, sheet: Sheet) -> None:
    for place, value in enumerate(blanks(sheet).values()):
        page.locator("td input").nth(place).click()
        page.keyboard.type(value)


def _click_line(page: Page, sheet: Sheet) -> None:
    page.locator(".line label").nth(sheet["fault"] - 1).click()


MOUSE: Mapping[str, Callable[[Page, Sheet], None]] = {
    "single": _click_options,
    "multiple": _click_options,
    "number": _click_and_type,
    "text": _click_and_type,
    "shape": _click_and_type,
    "order": _click_order,
    "match": _click_match,
    "cloze": _click_cloze,
    "table": _click_table,
    "line": _click_line,
}


# With a keyboard.


def answer_with_keyboard(page: Page, sheet: Sheet) -> None:
    """The right answer, up to and with the button that checks it; the mouse is never touched."""
    sheet = asked(sheet)
    KEYBOARD[sheet["type"]](page, sheet)
    tab_to(page, "element.matches('.question button[type=submit]')")
    page.keyboard.press("Enter")


def tab_to(page: Page, condition: str) -> None:
    """Tab until what has the focus is what is wanted."""
    for _ in range(TURNS):
        if page.evaluate(f"(element => !!element && ({condition}))(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to where {condition}")


def _keys_radio(page: Page, sheet: Sheet) -> None:
    tab_to(page, "element.matches('.option input')")
    _choose(page, right_options(sheet)[0])


def _choose(page: Page, place: int) -> None:
    page.keyboard.press("Space")
    for _ in range(place):
        page.keyboard.press("ArrowDown")


def _keys_boxes(page: Page, sheet: Sheet) -> None:
    for place in right_options(sheet):
        tab_to(page, f"element.matches('.option input[value=\"{place}\"]')")
        page.keyboard.press("Space")


def _keys_type(page: Page, sheet: Sheet) -> None:
    tab_to(page, "element.matches('.typed input')")
    page.keyboard.type(typed(sheet))


def _keys_order(page: Page, sheet: Sheet) -> None:
    for place in range(len(sheet["items"])):
        tab_to(page, f"element.closest('.order li')?.dataset.item === '{place}'")
        while (
            page.evaluate("[...document.querySelectorAll('.order li')].indexOf(document.activeElement.closest('li'))")
            > place
        ):
            page.keyboard.press("ArrowUp")


def _keys_match(page: Page, sheet: Sheet) -> None:
    for left in range(len(sheet["lefts"])):
        tab_to(page, f"element === document.querySelectorAll('.slot')[{left}]")
        wanted = as_shown(page, sheet["rights"][left])
        for _ in range(len(sheet["rights"]) + 1):
            if page.locator(".held").nth(left).inner_html() == wanted:
                break
            page.keyboard.press("ArrowRight")


def _keys_cloze(page: Page, sheet: Sheet) -> None:
    for name, gap in sheet["gaps"].items():
        tab_to(page, f"element.closest('[data-gap]')?.dataset.gap === '{name}'")
        if gap["type"] == "single":
            for _ in range(right_options(gap)[0] + 1):
                page.keyboard.press("ArrowDown")
        else:
            page.keyboard.type(typed(gap))


def _keys_table(page: Page, sheet: Sheet) -> None:
    for place, value in enumerate(blanks(sheet).values()):
        tab_to(page, f"element === document.querySelectorAll('td input')[{place}]")
        page.keyboard.type(value)


def _keys_line(page: Page, sheet: Sheet) -> None:
    tab_to(page, "element.matches('.line input')")
    _choose(page, sum(not blank for blank in page.evaluate(BLANK_LINES)[: sheet["fault"] - 1]))


PLACE = "[...document.querySelectorAll('.order li')].indexOf(document.activeElement.closest('li'))"
BLANK_LINES = "[...document.querySelectorAll('.line input')].map(input => input.disabled)"

KEYBOARD: Mapping[str, Callable[[Page, Sheet], None]] = {
    "single": _keys_radio,
    "multiple": _keys_boxes,
    "number": _keys_type,
    "text": _keys_type,
    "shape": _keys_type,
    "order": _keys_order,
    "match": _keys_match,
    "cloze": _keys_cloze,
    "table": _keys_table,
    "line": _keys_line,
}


def as_shown(page: Page, html: str) -> str:
    """HTML as a browser writes it back."""
    return str(
        page.evaluate(
            "html => { const e = document.createElement('div'); e.innerHTML = html; return e.innerHTML }", html
        )
    )
