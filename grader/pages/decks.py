"""Flashcards, questions and interview practice: their pages, and the data that the script of a page reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from grader.bank.flashcard import Flashcard
from grader.bank.questions.common import Question
from grader.bank.ready import ReadyLesson
from grader.bank.sheets import sheet
from grader.markup.program import program_lines
from grader.model import Topic, message
from grader.pages import address as at
from grader.pages.material import asked, discussed
from grader.pages.page import Page
from grader.pages.press import Press
from grader.words import plural, say

Plain = dict[str, Any]


def written(data: object) -> str:
    """Data as JSON, the same bytes for the same data."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def card(press: Press, lesson: ReadyLesson, one: Flashcard) -> Plain:
    """A flashcard as data."""
    where = press.place("card", one.id)
    read = press.url(at.lesson(lesson.bank.id)) + (f"#{one.read}" if one.read else "")
    front, back = press.say(one.front, where), press.say(one.back, where)
    return {"id": one.id, "lesson": lesson.bank.id, "front": front, "back": back, "read": read}


def sheets(press: Press, lesson: ReadyLesson, questions: Sequence[Question]) -> list[Plain]:
    """Questions as data; those of an exam are refused."""
    return [_sheet(press, lesson, question) for question in questions]


def _sheet(press: Press, lesson: ReadyLesson, question: Question) -> Plain:
    where = press.place("question", question.id)
    return sheet(
        question,
        press.lang,
        lambda text: press.said(text, where, lesson.bank.id),
        variants=press.material.variants.get(question.id, ()),
        code=program_lines,
        link=lambda anchor: f"{press.url(at.lesson(lesson.bank.id))}#{anchor}",
    )


def lesson_data(press: Press, lesson: ReadyLesson) -> dict[str, list[Plain]]:
    """What the pages of a lesson load, by the name of the file."""
    return {
        "cards": [card(press, lesson, one) for one in lesson.cards],
        "quiz": sheets(press, lesson, asked(lesson)),
        "interview": sheets(press, lesson, discussed(lesson)),
    }


def lesson_pages(press: Press, lesson: ReadyLesson, data: dict[str, list[Plain]]) -> Iterator[Page]:
    """The pages beside a lesson: its deck, its questions, its interview question."""
    title = lesson.bank.title.within(press.lang)
    shared = {"lesson": lesson.bank, "topic": press.material.topic(lesson.bank.id)}
    folder = press.url(at.lesson(lesson.bank.id))
    if data["cards"]:
        yield deck_page(press, at.cards(lesson.bank.id), title, f"{folder}cards.json", data["cards"], **shared)
    if data["quiz"]:
        yield Page(
            path=at.quiz(lesson.bank.id),
            template="quiz",
            title=say(message("Questions: {title}", title=title), press.lang),
            description=say(plural("{n} question with explanations", "{n} questions with explanations",
                                   len(data["quiz"])), press.lang),
            section="lessons",
            content={**shared, "data": f"{folder}quiz.json", "count": len(data["quiz"])},
        )  # fmt: skip
    if data["interview"]:
        yield Page(
            path=at.interview(lesson.bank.id),
            template="interview",
            title=say(message("In an interview: {title}", title=title), press.lang),
            description=say(message("Think, reveal the answer and tick what you said."), press.lang),
            section="interview",
            content={**shared, "data": f"{folder}interview.json", "questions": data["interview"]},
        )


def deck_page(press: Press, path: str, title: str, data: str, cards: list[Plain], **content: Any) -> Page:
    """The page of a deck, with all its cards for those who would rather read."""
    return Page(
        path=path,
        template="deck",
        title=say(message("Flashcards: {title}", title=title), press.lang),
        description=say(plural("{n} card", "{n} cards", len(cards)), press.lang),
        section="cards",
        content={"deck": path.replace("cards/", "").strip("/"), "data": data, "cards": cards, **content},
    )


def topic_deck(press: Press, topic: Topic, cards: list[Plain]) -> Page:
    """The deck of a topic."""
    title = topic.title.within(press.lang)
    data = f"{press.url(at.cards(topic.id))}cards.json"
    return deck_page(press, at.cards(topic.id), title, data, cards, lesson=None, topic=topic)
