"""The pages that list things: home, decks, interview questions, terms; and those that the script fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.model import Message, message
from grader.pages.decks import Plain
from grader.pages.material import asked, discussed
from grader.pages.page import Page
from grader.pages.press import Press, plain
from grader.words import say


def list_pages(press: Press) -> Iterator[Page]:
    """Every page that is no lesson, deck, quiz or exercise."""
    topics = _topics(press)
    yield _home(press, topics)
    all_decks = message("All decks, and what is due today.")
    yield _page(press, "cards/", "decks", message("Flashcards"), all_decks, topics=topics)
    practice = message("Questions as they are asked: think, reveal, tick what you said.")
    yield _page(press, "interview/", "interviews", message("Interview practice"), practice, topics=topics)
    words = message("The terms of the course in Russian and English.")
    yield _page(press, "terms/", "terms", message("Terms"), words, terms=_terms(press))
    yield _page(press, "search/", "search", message("Search"), message("Search lessons, exercises and terms."))
    yield _page(press, "progress/", "progress", message("Progress"),
                message("What you know, what is due, and a copy of your progress."))  # fmt: skip
    about = message("What Zachetka is, and how it keeps your progress.")
    yield _page(press, "about/", "about", message("About"), about)


def _page(press: Press, path: str, template: str, title: Message, description: Message, **content: object) -> Page:
    return Page(
        path=path,
        template=template,
        title=say(title, press.lang),
        description=say(description, press.lang),
        section=path.strip("/"),
        content=content,
    )


def _home(press: Press, topics: list[dict[str, object]]) -> Page:
    course = press.material.course
    about = message(
        "Interview questions on the foundations of NLP: short answers, full lessons, flashcards and exercises."
    )
    return Page(
        path="",
        template="home",
        title=course.title.within(press.lang),
        description=say(about, press.lang),
        section="lessons",
        kind="home",
        content={"topics": topics, "count": len(press.material.lessons)},
    )


def _topics(press: Press) -> list[dict[str, object]]:
    """The topics with their lessons and how much each holds."""
    number = 0
    topics = []
    for topic in press.material.course.topics:
        rows = []
        for one in topic.lessons:
            number += 1
            ready = press.material.lessons[one.id]
            rows.append(
                {
                    "lesson": one,
                    "number": number,
                    "cards": len(ready.cards),
                    "questions": len(asked(ready)),
                    "interview": [
                        press.say(open.prompt, press.place("question", open.id)) for open in discussed(ready)
                    ],
                }
            )
        cards = sum(len(press.material.lessons[one.id].cards) for one in topic.lessons)
        exercises = len(press.material.exercises(topic.id))
        topics.append({"topic": topic, "rows": rows, "cards": cards, "exercises": exercises})
    return topics


def _terms(press: Press) -> Sequence[Plain]:
    """The terms in the order of the alphabet."""
    found = []
    for term in press.material.bank.terms:
        where = press.place("term", term.id)
        own, other = (term.term.ru, term.term.en) if press.lang == "ru" else (term.term.en, term.term.ru)
        target = press.resolve(term.read)
        name = press.say(term.term, where)
        found.append(
            {
                "id": term.id,
                "name": name,
                "other": other if other.casefold() != own.casefold() else "",
                "says": press.say(term.says, where),
                "read": target.url if target else "",
                "title": press.material.bank.lessons[term.read.partition("#")[0]].title,
            }
        )
    return sorted(found, key=lambda one: plain(one["name"]).casefold().replace("ё", "е"))
