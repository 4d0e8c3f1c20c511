"""Progress as lines for a terminal: one a lesson."""

from __future__ import annotations

from collections.abc import Sequence

from grader.learned import Learned
from grader.model import Lang, message
from grader.render.columns import aligned
from grader.words import number, say

COLUMNS = (message("lesson"), message("answered"), message("score"), message("cards seen"), message("due"))


def render(rows: Sequence[Learned], lang: Lang) -> str:
    """The table and its totals."""
    body = [[say(column, lang) for column in COLUMNS], *(_row(row, lang) for row in rows), _total(rows, lang)]
    return "".join(f"{line}\n" for line in aligned(body))


def _row(row: Learned, lang: Lang) -> list[str]:
    share = f"{number(100 * row.score, lang, '.0f')} %" if row.answered else "–"
    return [row.id, f"{row.answered}/{row.questions}", share, f"{row.seen}/{row.cards}", str(row.due)]


def _total(rows: Sequence[Learned], lang: Lang) -> list[str]:
    answered = sum(row.answered for row in rows)
    score = sum(row.score * row.answered for row in rows) / answered if answered else 0.0
    whole = Learned(
        id=say(message("all"), lang),
        title=rows[0].title,
        questions=sum(row.questions for row in rows),
        answered=answered,
        score=score,
        cards=sum(row.cards for row in rows),
        seen=sum(row.seen for row in rows),
        due=sum(row.due for row in rows),
    )
    return _row(whole, lang)
