"""Questions of every type, as YAML would give them: what the tests of both marking programs try answers on."""

from __future__ import annotations

from typing import Any

from grader.bank.kinds import KINDS
from grader.bank.questions.common import Question

BOTH = {"ru": "Почему", "en": "Why"}
COMMON = {"difficulty": 1, "prompt": {"ru": "Вопрос", "en": "Question"}}
EXPLAINED = {**COMMON, "explain": {"ru": "Потому что", "en": "Because"}}


def why(word: str) -> dict[str, str]:
    """A reason in both languages."""
    return {"ru": f"ру-{word}", "en": f"en-{word}"}


PLAIN: list[dict[str, Any]] = [
    {
        "id": "one-of-three",
        "type": "single",
        **EXPLAINED,
        "options": [
            {"text": "$a$", "why": why("a")},
            {"text": {"ru": "бэ", "en": "bee"}, "correct": True},
            {"text": "$c$", "why": why("c")},
        ],
    },
    *(
        {
            "id": f"some-of-four-{credit}",
            "type": "multiple",
            "credit": credit,
            **EXPLAINED,
            "options": [
                {"text": "p", "correct": True, "why": why("p")},
                {"text": "q", "why": why("q")},
                {"text": "r", "correct": True},
                {"text": "s", "why": why("s")},
            ],
        }
        for credit in ("all", "net", "each")
    ),
    {
        "id": "logarithm",
        "type": "number",
        **EXPLAINED,
        "answer": 0.4054651081,
        "atol": 0.001,
        "decimals": 3,
        "wrong": [{"value": 0.176, "why": why("log10")}, {"range": [2.0, 3.0], "why": why("range")}],
    },
    {"id": "share", "type": "number", **EXPLAINED, "answer": 0.4, "percent": True, "atol": 0.001},
    {"id": "count", "type": "number", **EXPLAINED, "answer": -12, "wrong": [{"value": 0, "why": why("zero")}]},
    {
        "id": "idf",
        "type": "text",
        **EXPLAINED,
        "accept": {"ru": ["обратная документная частота", "вес"], "en": ["inverse document frequency", "IDF"]},
        "reject": [{"texts": ["частота документа", "document frequency"], "why": why("df")}],
    },
    {
        "id": "exact-form",
        "type": "text",
        **EXPLAINED,
        "inflect": False,
        "accept": {"ru": ["дереве"], "en": ["tree"]},
        "reject": [{"texts": ["деревом"], "why": why("other form")}],
    },
    *(
        {
            "id": f"steps-{credit}",
            "type": "order",
            "credit": credit,
            **EXPLAINED,
            "items": ["first", "second", "third", "fourth"],
        }
        for credit in ("all", "adjacent")
    ),
    *(
        {
            "id": f"pairs-{credit}",
            "type": "match",
            "credit": credit,
            **EXPLAINED,
            "pairs": [{"left": "Q", "right": "query"}, {"left": "K", "right": "key"}, {"left": "V", "right": "value"}],
            "extra": [{"text": "gate", "why": why("gate")}],
        }
        for credit in ("all", "each")
    ),
    *(
        {
            "id": f"gaps-{credit}",
            "type": "cloze",
            "credit": credit,
            **EXPLAINED,
            "text": "$h_t = \\tanh(\\cdot)$ {1}, {2}, {3}",
            "gaps": {
                "1": {"type": "text", "accept": {"ru": ["вектор"], "en": ["vector"]}},
                "2": {"type": "number", "answer": 2.5, "atol": 0.01, "wrong": [{"value": 5, "why": why("five")}]},
                "3": {
                    "type": "single",
                    "options": [{"text": "yes", "correct": True}, {"text": "no", "why": why("no")}],
                },
            },
        }
        for credit in ("all", "each")
    ),
    *(
        {
            "id": f"cells-{credit}",
            "type": "table",
            "credit": credit,
            **EXPLAINED,
            "rows": ["x", "y"],
            "columns": {"ru": ["раз", "два"], "en": ["one", "two"]},
            "cells": [[0.0, 0.3466], [0.6931, 1.5]],
            "blank": [[0, 1], [1, 0]],
            "atol": 0.001,
            "decimals": 3,
        }
        for credit in ("all", "each")
    ),
    {
        "id": "shape-of-scores",
        "type": "shape",
        **EXPLAINED,
        "answer": [5, 7],
        "wrong": [{"shape": [7, 7], "why": why("kk")}],
    },
    {"id": "shape-of-a-vector", "type": "shape", **EXPLAINED, "answer": [12]},
    {
        "id": "faulty-line",
        "type": "line",
        **EXPLAINED,
        "code": "def f(x):\n    y = x\n\n    return x * y\n",
        "fault": 4,
        "why": why("product"),
        "wrong": [{"line": 2, "why": why("fine")}],
    },
    {
        "id": "interview",
        "type": "open",
        **COMMON,
        "rubric": [{"point": f"point {n}", "weight": n} for n in (1, 1, 1, 2, 3)],
        "model": BOTH,
        "followups": [{"ask": BOTH, "answer": BOTH}] * 3,
    },
]
SAMPLES: dict[str, Question] = {plain["id"]: KINDS[plain["type"]].model_validate(plain) for plain in PLAIN}
