"""Drawing examples with Hypothesis, and shrinking one that fails: the same for the same seed on any machine."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir
from hypothesis.errors import Unsatisfiable
from hypothesis.internal.conjecture import providers

from grader.cache import cache_folder
from grader.calls import Arguments
from grader.shrunk import Evidence, Shrunk


@dataclass(frozen=True, slots=True)
class Source:
    """How the examples of one case are drawn: a strategy, how many, and its own seed."""

    case: str
    strategy: st.SearchStrategy[Arguments]
    count: int
    seed: int


def seed_of(name: str) -> int:
    """A seed that depends on nothing but a name."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")


def draw(source: Source) -> list[Arguments]:
    """The examples of a source; none when its case cannot be drawn in this way."""
    drawn: list[Arguments] = []

    @hypothesis.seed(source.seed)
    @_options(max_examples=source.count, phases=[Phase.generate])
    @given(source.strategy)
    def collect(example: Arguments) -> None:
        drawn.append(example)

    with _no_local_constants(), suppress(Unsatisfiable):
        collect()
    return drawn


class _Enough(BaseException):
    """Ends a search from within: Hypothesis lets it through."""


def shrink(
    source: Source, look: Callable[[Arguments], Evidence | None], calls: int, seconds: float
) -> Shrunk[Evidence]:
    """The simplest example at which `look` sees a fault, within `calls` looks; seconds only rescue a hang."""
    found: Shrunk[Evidence] = Shrunk()
    deadline = time.monotonic() + seconds
    tries = 0

    @hypothesis.seed(source.seed)
    @_options(max_examples=source.count, phases=[Phase.generate, Phase.shrink])
    @given(source.strategy)
    def probe(example: Arguments) -> None:
        nonlocal tries
        tries += 1
        if time.monotonic() > deadline:
            found.finished = False
            raise _Enough
        if tries > calls:
            raise _Enough
        evidence = look(example)
        if evidence is not None:
            found.example, found.evidence = example, evidence
            raise AssertionError

    with _no_local_constants(), suppress(_Enough, Exception):
        probe()
    return found


def _options(**more: Any) -> settings:
    """Settings that no profile or environment variable can change."""
    return settings(
        database=None,
        deadline=None,
        derandomize=False,
        backend="hypothesis",
        report_multiple_bugs=False,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
        **more,
    )


@contextmanager
def _no_local_constants() -> Iterator[None]:
    """Hypothesis without the constants it collects from imported local modules: a wheel has others than a checkout.

    Nor with those it remembers of other tests in this process, so that what ran before changes no draw.
    """
    set_hypothesis_home_dir(cache_folder() / "hypothesis")
    original, remembered = providers._get_local_constants, providers.CONSTANTS_CACHE
    empty = type(original())()
    providers._get_local_constants = lambda: empty
    providers.CONSTANTS_CACHE = type(remembered)(1024)
    try:
        yield
    finally:
        providers._get_local_constants, providers.CONSTANTS_CACHE = original, remembered
