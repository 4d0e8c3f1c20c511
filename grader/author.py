"""New entries of a course for its author to fill in: where they go, and the text to begin with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from grader.directory import COURSE_FILE
from grader.model import Course, Message, ZachetkaError, message
from grader.problems import remedy

BLANKS = Path(__file__).parent / "blanks"
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
TOPIC = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
QUESTIONS = sorted(path.stem for path in (BLANKS / "question").glob("*.yaml"))

Additions = Mapping[str, str]  # what is appended to which file of the course


def flashcard(course: Course, lesson: str, id: str) -> Additions:
    """A flashcard at the end of the lesson's deck."""
    return _entry(course, lesson, "flashcards", _blank("flashcard.yaml", ID=_named(id)))


def question(course: Course, lesson: str, type: str, id: str) -> Additions:
    """A question of a type at the end of the lesson's quiz."""
    topic = lesson.partition("/")[0]
    known = [one.function for one in course.exercises.values() if one.topic == topic] or ["function"]
    return _entry(
        course, lesson, "quiz", _blank(f"question/{type}.yaml", ID=_named(id), TOPIC=topic, FUNCTION=known[0])
    )


def exercise(course: Course, topic: str, id: str) -> Additions:
    """An exercise at the end of its topic's."""
    lessons = {one.id: one.lessons[0].id for one in course.topics}
    if topic not in lessons:
        raise _unknown(message("there is no topic '{name}': {remedy}"), topic, list(lessons))
    function = _named(id).replace("-", "_")
    text = _blank("exercise.yaml", ID=id, LESSON=lessons[topic], TOPIC=topic, FUNCTION=function)
    return _appended(course.root, f"questions/{topic}/exercises.yaml", "../schemas/exercises.json", text)


def topic(course: Course, topic: str, lesson: str) -> Additions:
    """A topic with its first lesson: the entry of course.yaml, the pages, and the files for its exercises."""
    if not TOPIC.fullmatch(topic) or any(topic == one.id for one in course.topics):
        raise ZachetkaError(message("'{name}' cannot be a new topic: take a free word of small letters", name=topic))
    pages = {f"questions/{topic}/{_named(lesson)}/lesson.{lang}.md": _blank("lesson.md") for lang in ("ru", "en")}
    code = {
        f"questions/{topic}/checks.py": _blank("checks.py.txt"),
        f"solutions/{topic}.py": _blank("solution.py.txt"),
        f"solutions/mistakes/{topic}.py": _blank("mistakes.py.txt"),
    }
    return pages | code | {COURSE_FILE: _blank("topic.yaml", TOPIC=topic, LESSON=lesson)}


def add(course: Course, additions: Additions) -> list[str]:
    """The names of the files that were written; what a file holds is never lost. Raises OSError when it cannot be."""
    for name, text in additions.items():
        path = course.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        old = path.read_text(encoding="utf-8") if path.is_file() else ""
        path.write_text(_inserted(old, text) if name == COURSE_FILE else _joined(old, text), encoding="utf-8")
    return list(additions)


def _joined(old: str, text: str) -> str:
    return old + ("\n" if old and not old.endswith("\n") else "") + text


def _inserted(course: str, text: str) -> str:
    """A topic goes behind the last one: before the key that follows `topics:`, or at the end."""
    after = course.index("topics:") + len("topics:")
    following = re.compile(r"^[a-z]+:", re.MULTILINE).search(course, after)
    if following is None:
        return _joined(course, text)
    return course[: following.start()] + text + "\n" + course[following.start() :]


def _entry(course: Course, lesson: str, file: str, text: str) -> Additions:
    known = [one.id for topic in course.topics for one in topic.lessons]
    if lesson not in known:
        raise _unknown(message("there is no lesson '{name}': {remedy}"), lesson, known)
    return _appended(course.root, f"questions/{lesson}/{file}.yaml", f"../../schemas/{file}.json", text)


def _appended(root: Path, file: str, schema: str, text: str) -> Additions:
    head = "" if (root / file).is_file() else f"# yaml-language-server: $schema={schema}\n"
    return {file: head + text}


def _blank(name: str, **words: str) -> str:
    text = (BLANKS / name).read_text(encoding="utf-8")
    return re.sub(r"\b(?:ID|TOPIC|LESSON|FUNCTION)\b", lambda word: words.get(word[0], word[0]), text)


def _named(id: str) -> str:
    if ID.fullmatch(id):
        return id
    raise ZachetkaError(message("'{name}' is no id: take small letters, digits and hyphens, such as idf-rare", name=id))


def _unknown(words: Message, name: str, known: list[str]) -> ZachetkaError:
    return ZachetkaError(message(words.id, name=name, remedy=remedy(name, known)))
