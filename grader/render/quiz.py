"""A quiz in a terminal: a question, what to type, and what an answer is told. All text is plain."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from grader.bank.key import key, number_shown
from grader.bank.mark.line import lines
from grader.bank.mark.number import cell
from grader.bank.marking import WHOLE
from grader.bank.parts import label_of, part_title
from grader.bank.questions.choice import Multiple, Option, Single
from grader.bank.questions.cloze import GAP, Cloze, SingleGap
from grader.bank.questions.line import Line
from grader.bank.questions.match import Match
from grader.bank.questions.open import Open
from grader.bank.questions.order import Order
from grader.bank.questions.table import Table
from grader.bank.readable import readable
from grader.bank.responses import response_shown, rights
from grader.bank.session import Item
from grader.bank.texts import text
from grader.model import ExerciseReport, Lang, Message, Verdict, message
from grader.names import visible
from grader.render.columns import aligned
from grader.render.paper import VERDICTS, score
from grader.schema import TextEntry
from grader.words import say

MARKS = {Verdict.ACCEPTED: "✓", Verdict.PARTIAL: "◐"}
TASKS = {
    "single": message("The number of the right option:"),
    "multiple": message("The numbers of all right options:"),
    "number": message("A number:"),
    "text": message("A word or a phrase:"),
    "order": message("The numbers in the right order:"),
    "match": message("For each line on the left in turn, the number of what belongs to it:"),
    "cloze": message("Gap {part}:"),
    "table": message("{part}:"),
    "shape": message("The shape, such as (3, 4):"),
    "line": message("The number of the wrong line:"),
    "open": message("Think of your answer, then press Enter to read a good one."),
}


def asked(item: Item, lang: Lang) -> str:
    """The question and what there is to choose."""
    return "\n\n".join(filter(None, [plain(item.question.prompt, lang), "\n".join(_choices(item, lang))]))


def task(item: Item, part: str, lang: Lang) -> str:
    """What is to be typed at a prompt."""
    question = item.question
    sentence = TASKS[question.type]
    if part == WHOLE:
        return say(sentence, lang)
    named = part_title(question, part).within(lang) if isinstance(question, Table) else part
    asked = say(Message(sentence.id, (("part", readable(named, lang)),)), lang)
    gap = question.gaps[part] if isinstance(question, Cloze) else None
    return "\n".join([asked, *_options(gap.options, lang)]) if isinstance(gap, SingleGap) else asked


def told(item: Item, report: ExerciseReport, lang: Lang) -> str:
    """Whether the answer is right, what its parts are told, and the right one."""
    verdict = say(VERDICTS[report.verdict], lang) if report.verdict != Verdict.MISSING else say(_SKIPPED, lang)
    head = f"{MARKS.get(report.verdict, '✗')} {verdict}"
    if report.verdict == Verdict.PARTIAL:
        head += f" ({score(round(report.score, 2), report.max, lang)})"
    said = [head, *_reasons(report, lang)]
    if report.verdict != Verdict.ACCEPTED:
        if not isinstance(item.question, Open):
            right = readable(response_shown(item.question, key(item.question, lang), lang), lang)
            said.append(say(message("Right: {answer}", answer=right), lang))
        said += [say(remark, lang) for remark in report.remarks]
    if report.why is not None:
        said.append(readable(say(report.why, lang), lang))
    if item.question.read:
        said.append(say(message("Read on: {place}", place=f"{item.lesson}#{item.question.read}"), lang))
    return "\n".join(said)


_SKIPPED = message("no answer")


def model(question: Open, lang: Lang) -> str:
    """A good answer, and the rubric to tick."""
    points = (f"{place}. {plain(point.point, lang)}" for place, point in enumerate(question.rubric, 1))
    ticked = say(message("Which of these did you say? Their numbers:"), lang)
    return "\n".join([plain(question.model, lang), "", *points, "", ticked])


def follow_ups(question: Open, lang: Lang) -> str:
    """What an interviewer asks next."""
    return "\n\n".join(f"{plain(one.ask, lang)}\n{plain(one.answer, lang)}" for one in question.followups)


def plain(entry: TextEntry, lang: Lang) -> str:
    """A text without marks."""
    return readable(text(entry).within(lang), lang)


def wrapped(shown: str, width: int) -> str:
    """The lines folded at a width, their indentation kept; nothing that acts on a terminal comes through."""
    folded = []
    for line in shown.split("\n"):
        bare = visible(line.lstrip(" "))
        indent = " " * (len(line) - len(line.lstrip(" ")))
        lines = textwrap.wrap(bare, width - len(indent), break_on_hyphens=False)
        folded += [f"{indent}{line}" for line in lines] or [""]
    return "\n".join(folded)


def _choices(item: Item, lang: Lang) -> Iterator[str]:
    match item.question:
        case Single(options=options) | Multiple(options=options):
            yield from _options([options[place] for place in item.order], lang)
        case Order(items=things):
            yield from (f"  {n}. {plain(things[place], lang)}" for n, place in enumerate(item.order, 1))
        case Match():
            yield from (f"  {chr(96 + n)}) {plain(pair.left, lang)}" for n, pair in enumerate(item.question.pairs, 1))
            sides = rights(item.question)
            yield ""
            yield from (f"  {n}. {readable(sides[place].within(lang), lang)}" for n, place in enumerate(item.order, 1))
        case Cloze():
            yield GAP.sub(r"__\1__", plain(item.question.text, lang))
        case Table():
            yield from _table(item.question, lang)
        case Line():
            code = lines(item.question)
            yield from (f"  {n:>2}  {line}".rstrip() for n, line in enumerate(code, 1))


def _options(options: list[Option], lang: Lang) -> Iterator[str]:
    yield from (f"  {n}. {plain(option.text, lang)}" for n, option in enumerate(options, 1))


def _table(question: Table, lang: Lang) -> Iterator[str]:
    """The table with question marks in its blank cells."""
    rows, columns = range(len(question.cells)), range(len(question.cells[0]))
    blank = {tuple(place) for place in question.blank}
    body = [["", *(readable(label_of(question, "columns", column, lang), lang) for column in columns)]]
    for row in rows:
        shown = [number_shown(cell(question, row, column), lang) for column in columns]
        cells = ["?" if (row, column) in blank else one for column, one in enumerate(shown)]
        body.append([readable(label_of(question, "rows", row, lang), lang), *cells])
    yield from (f"  {line}" for line in aligned(body))


def _reasons(report: ExerciseReport, lang: Lang) -> Iterator[str]:
    """The reason of each part; a part among several is named."""
    several = len(report.checks) > 1
    for check in report.checks:
        reason = readable(say(check.why, lang), lang) if check.why is not None else ""
        title = readable(say(check.title, lang), lang)
        if not several and reason:
            yield reason
        elif several and check.outcome == "failed":
            yield f"  ✗ {title}" + (f": {reason}" if reason else "")
        elif several and reason:
            yield f"  ✓ {title}: {reason}"
