"""All types of questions by the word that names them in quiz.yaml."""

from __future__ import annotations

from collections.abc import Mapping

from grader.bank.questions.choice import Multiple, Single
from grader.bank.questions.cloze import Cloze
from grader.bank.questions.common import Question
from grader.bank.questions.generated import Generated
from grader.bank.questions.line import Line
from grader.bank.questions.match import Match
from grader.bank.questions.number import NumberQuestion
from grader.bank.questions.open import Open
from grader.bank.questions.order import Order
from grader.bank.questions.shape import Shape
from grader.bank.questions.table import Table
from grader.bank.questions.text import TextQuestion

KINDS: Mapping[str, type[Question]] = {
    "single": Single,
    "multiple": Multiple,
    "number": NumberQuestion,
    "text": TextQuestion,
    "order": Order,
    "match": Match,
    "cloze": Cloze,
    "table": Table,
    "shape": Shape,
    "line": Line,
    "generated": Generated,
    "open": Open,
}
