"""How long the site takes: `python tests/benchmarks/site.py`. The course of this checkout, and made-up ones that grow.

Prints wall-clock and processor seconds of a full build without and with search, of a rebuild after one lesson has
changed, and of courses with up to 1,000 lessons: the time for a lesson should not depend on how many there are.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from grader.load import load_course
from grader.pages.publish import publish
from grader.pages.site import Site, site

ROOT = Path(__file__).resolve().parents[2]
SIZES = (125, 250, 500, 1000)
TOPICS = 10
LESSON = """::: answer
The answer of lesson {n}: a vector $x_{{{n}}}$ of norm at most $\\gamma < 1$.
:::

## First part {{#first}}

Some words on $h_t = \\tanh(x_t W_{{xh}} + h_{{t-1}} W_{{hh}} + b)$, and the number {{{{e-{n}: a.sum() | 1}}}}.

$$\\frac{{\\partial L}}{{\\partial h}} = \\sum_{{s=1}}^{{t}} h_s$$

::: example e-{n}
:::

::: misreading Lesson {n} is like any other
It has a number of its own.
:::
"""
CARDS = "".join(f"- {{id: c-%(n)d-{k}, front: 'What is $x_{k}$?', back: 'A number.'}}\n" for k in range(12))
QUIZ = "".join(
    f"- {{id: q-%(n)d-{k}, type: number, difficulty: 1, prompt: '$1 + {k}$?', explain: 'Count.', answer: {1 + k}}}\n"
    for k in range(10)
)
EXAMPLE = """- id: e-%(n)d
  title: 'Numbers'
  inputs: {a: [[1.0, 2.0], [3.0, 4.0]]}
  steps: [{say: 'They are shown.', show: heatmap, value: a, alt: 'Four numbers, and the last is the darkest.'}]
"""


def made_up(folder: Path, lessons: int) -> Path:
    """A course of so many lessons."""
    shutil.copytree(ROOT / "site", folder / "site", ignore=shutil.ignore_patterns("node_modules", "test"))
    topics = []
    for topic in range(TOPICS):
        ids = range(topic * lessons // TOPICS, (topic + 1) * lessons // TOPICS)
        rows = "".join(f"      - {{id: t{topic}/l-{n}, title: {{ru: Урок {n}, en: Lesson {n}}}}}\n" for n in ids)
        topics.append(f"  - id: t{topic}\n    title: {{ru: Тема, en: Topic}}\n    lessons:\n{rows}")
        for n in ids:
            own = folder / f"questions/t{topic}/l-{n}"
            own.mkdir(parents=True)
            for lang in ("ru", "en"):
                (own / f"lesson.{lang}.md").write_text(LESSON.format(n=n))
            for name, text in (("flashcards", CARDS), ("quiz", QUIZ), ("examples", EXAMPLE)):
                (own / f"{name}.yaml").write_text(text % {"n": n})
    head = "title: {ru: Курс, en: Course}\n\ntopics:\n"
    (folder / "questions/course.yaml").write_text(f"{head}{''.join(topics)}\nassignments: []\n")
    return folder


def timed(name: str, act: Callable[[], object]) -> float:
    """The wall-clock seconds of an action, printed with those of the processor."""
    wall, before = time.perf_counter(), sum(os.times()[:4])
    act()
    seconds = time.perf_counter() - wall
    print(f"{name:42} {seconds:7.2f} s   processor {sum(os.times()[:4]) - before:7.2f} s", flush=True)
    return seconds


def real(out: Path) -> None:
    """The course of this checkout."""
    made = site(load_course(ROOT), ("ru", "en"), "")
    timed("full build", lambda: publish(made.files(), out / "a", search=False))
    again = site(load_course(ROOT), ("ru", "en"), "")
    timed("full build with search", lambda: publish(again.files(), out / "b"))
    copy = out / "course"
    for part in ("questions", "solutions", "site"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("node_modules"))
    follow = site(load_course(copy), ("ru", "en"), "")
    publish(follow.files(), out / "c", search=False)
    page = copy / "questions/rnn/vanishing-gradients/lesson.ru.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Сеть читает", "Сеть медленно читает"), encoding="utf-8")
    timed("rebuild after a change of one lesson", lambda: _rebuild(follow, copy, out / "c"))


def _rebuild(made: Site, course: Path, out: Path) -> None:
    publish(replace(made, course=load_course(course)).files(), out, search=False)


def main() -> None:
    """Everything; an argument limits how many lessons are made up."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        real(folder)
        for size in (one for one in SIZES if one <= most):
            course = load_course(made_up(folder / f"course-{size}", size))
            seconds = timed(f"{size} made-up lessons", lambda: site(course, ("ru", "en"), "").files())  # noqa: B023
            print(f"{'':42} {1000 * seconds / size:7.1f} ms a lesson")


if __name__ == "__main__":
    main()
