"""Generated questions made concrete: numbers drawn from a seed, answers computed by a reference and its mistakes."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from grader.bank.draws import drawn
from grader.bank.expressions import Scope
from grader.bank.questions.choice import Option, Single
from grader.bank.questions.common import Marked
from grader.bank.questions.generated import Generated
from grader.bank.questions.number import NumberQuestion, WrongNumber
from grader.bank.questions.shape import Shape, WrongShape
from grader.bank.questions.text import Accepted, Rejected, TextQuestion
from grader.bank.saying import in_places, said
from grader.model import LANGS, Lang, ZachetkaError, message
from grader.schema import TextEntry

PLACE = re.compile(r"(?<!\\)\{([A-Za-z_]\w*)(?::([^{}]*))?\}")
TRIES = 60  # draws for one variant: more are refused than this, and the author hears of it
LARGEST = 10_000

Names = Mapping[str, Any]
Computed = tuple[Any, list[tuple[Any, TextEntry]]]


def variants(question: Generated, scope: Scope, seed: int = 0) -> tuple[Marked, ...]:
    """As many variants as the question declares, all different; the same for a seed on every machine."""
    found: dict[str, Marked] = {}
    source = random.Random(f"{question.id}/{seed}")
    for _ in range(TRIES * question.variants):
        names = _names(question, source, scope)
        if names is None:
            continue
        answer, wrong = _computed(question, names, scope)
        if _usable(question, answer, [value for value, _ in wrong]):
            made = _made(question, len(found) + 1, {**names, "answer": answer}, wrong, source)
            found.setdefault(made.prompt.ru, made)
        if len(found) == question.variants:
            return tuple(found.values())
    raise ZachetkaError(
        message("'{id}' has {count} usable variants, {wanted} are wanted: draw from more, or mend `require:`",
                id=question.id, count=len(found), wanted=question.variants)
    )  # fmt: skip


def _names(question: Generated, source: random.Random, scope: Scope) -> dict[str, Any] | None:
    """The drawn and named values, or None where the question does not want them."""
    names = drawn(question.draw, source, scope)
    for name, expression in question.let.items():
        names[name] = scope.value(expression, names)
    return names if question.require is None or scope.value(question.require, names) else None


def _computed(question: Generated, names: Names, scope: Scope) -> Computed:
    """The right answer, and each wrong one with its reason."""
    topic, _, function = question.reference.partition(":")
    arguments = [scope.value(argument, names) for argument in question.arguments]

    def taken(mark: str, name: str) -> Any:
        try:
            result = scope.function(topic, mark, name)(*arguments)
        except ZachetkaError:
            raise
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
            raise ZachetkaError(
                message("{call} failed ({reason})", call=f"{topic}{mark}{name}", reason=said)
            ) from error
        return scope.value(question.take, {**names, "result": result})

    with np.errstate(all="ignore"):
        answer = taken(":", function)
        wrong = [
            (taken("!", one.mistake) if one.mistake else scope.value(one.value or "", {**names, "answer": answer}), one)
            for one in question.wrong
        ]
    return answer, [(value, one.why) for value, one in wrong]


def _usable(question: Generated, answer: Any, wrong: list[Any]) -> bool:
    """Whether the answer is plain, and nothing wrong can be taken for it or for something else that is wrong."""
    ask = question.ask
    everything = [answer, *wrong]
    if ask.type == "number":
        if not all(np.ndim(value) == 0 and np.isfinite(value) for value in everything):
            return False
        numbers = [float(value) for value in everything]
        plain = abs(numbers[0]) < LARGEST and (ask.trivial or numbers[0] not in (0.0, 1.0))
        apart = max(2 * ask.atol, 10.0**-ask.decimals if ask.decimals else 0.0)
        return plain and _apart(numbers, apart)
    if ask.type == "single":
        shown = [option(question, value, "ru") for value in everything]
        return len(set(shown)) == len(shown)
    spelled = [json.dumps(np.asarray(value).tolist(), ensure_ascii=False).casefold() for value in everything]
    return len(set(spelled)) == len(spelled)


def _apart(numbers: list[float], least: float) -> bool:
    ordered = sorted(numbers)
    return all(after - before > least for before, after in pairwise(ordered))


def option(question: Generated, value: Any, lang: Lang) -> str:
    """A value as an option to choose: Markdown."""
    plain = value.tolist() if isinstance(value, np.ndarray | np.generic) else value
    if isinstance(plain, str):
        return plain
    if _wordy(plain):
        return f"`{json.dumps(plain, ensure_ascii=False)}`"
    form = str(question.ask.decimals) if question.ask.decimals else ""
    return f"${said(plain, form, lang, True)}$"


def _wordy(value: Any) -> bool:
    """Whether a list has words in it, or nothing at all."""
    items = list(value) if isinstance(value, list | tuple) else []
    return isinstance(value, list | tuple) and (not items or any(isinstance(one, str) or _wordy(one) for one in items))


def _made(question: Generated, number: int, names: Names, wrong: list[tuple[Any, TextEntry]],
          source: random.Random) -> Marked:  # fmt: skip
    fill = partial(_filled, names=names)
    common = {
        "id": f"{question.id}-{number}",
        "difficulty": question.difficulty,
        "prompt": fill(question.prompt),
        "explain": fill(question.explain),
        "hints": [fill(hint) for hint in question.hints],
        "read": question.read,
        "visibility": question.visibility,
    }
    reasons = [(value, fill(why)) for value, why in wrong]
    return FORMS[question.ask.type](question, common, names["answer"], reasons, source)


def _filled(text: TextEntry, names: Names) -> TextEntry:
    """The text with `{name}` and `{name:format}` of known names replaced by their values."""

    def say(place: re.Match[str], math: bool, lang: Lang) -> str:
        name, form = place.groups()
        return said(names[name], form or "", lang, math) if name in names else place[0]

    return TextEntry(**{lang: in_places(getattr(text, lang), PLACE, partial(say, lang=lang)) for lang in LANGS})


Reasons = list[tuple[Any, TextEntry]]
Common = dict[str, Any]


def _number(question: Generated, common: Common, answer: Any, wrong: Reasons, source: random.Random) -> Marked:
    ask = question.ask
    recognised = [WrongNumber(value=float(value), why=why) for value, why in wrong]
    return NumberQuestion(type="number", answer=float(answer), atol=ask.atol, decimals=ask.decimals,
                          percent=ask.percent, wrong=recognised, **common)  # fmt: skip


def _single(question: Generated, common: Common, answer: Any, wrong: Reasons, source: random.Random) -> Marked:
    def text(value: Any) -> TextEntry:
        return TextEntry(**{lang: option(question, value, lang) for lang in LANGS})

    options = [Option(text=text(answer), correct=True), *(Option(text=text(value), why=why) for value, why in wrong)]
    source.shuffle(options)
    return Single(type="single", options=options, **common)


def _shape(question: Generated, common: Common, answer: Any, wrong: Reasons, source: random.Random) -> Marked:
    def sizes(value: Any) -> list[int]:
        return [int(size) for size in np.atleast_1d(np.asarray(value))]

    recognised = [WrongShape(shape=sizes(value), why=why) for value, why in wrong]
    return Shape(type="shape", answer=sizes(answer), wrong=recognised, **common)


def _text(question: Generated, common: Common, answer: Any, wrong: Reasons, source: random.Random) -> Marked:
    accept = Accepted(ru=[str(answer)], en=[str(answer)])
    reject = [Rejected(texts=[str(value)], why=why) for value, why in wrong]
    return TextQuestion(type="text", accept=accept, inflect=False, reject=reject, **common)


FORMS: dict[str, Callable[[Generated, Common, Any, Reasons, random.Random], Marked]] = {
    "number": _number,
    "single": _single,
    "shape": _shape,
    "text": _text,
}
