"""Whether mutants that are listed as equivalent answer like the reference, on more inputs than any class is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from random import Random

import numpy as np
from hypothesis.control import BuildContext
from hypothesis.errors import StopTest
from hypothesis.internal.conjecture.data import ConjectureData

from grader.attempt import agree
from grader.drawing import Source
from grader.examples import Prepared
from grader.mutants import Mutant
from grader.mutation import equivalents, load, mutants_of
from grader.properties import Arguments
from grader.trusted import answer_of

AT_ONCE = 500


def listed(prepared: Prepared) -> list[Mutant]:
    """The mutants of an exercise that its topic lists as equivalent."""
    known = equivalents(prepared.course, prepared.exercise.topic).get(prepared.exercise.id, {})
    return [mutant for mutant in mutants_of(prepared) if (mutant.before, mutant.after) in known]


def refuted(prepared: Prepared, number: int, seed: int) -> Iterator[str]:
    """For each listed mutant that answers one of so many inputs otherwise: what it changes, and such an input."""
    alive = {mutant: prepared.answering(load(mutant, prepared.exercise.function)) for mutant in listed(prepared)}
    endless = map(prepared.call, inputs(prepared.sources, seed)) if alive else iter(())
    for _ in range(0, number, AT_ONCE):
        calls = list(islice(endless, min(AT_ONCE, number)))
        expected = list(map(partial(answer_of, prepared.reference), calls))
        for mutant, function in list(alive.items()):
            with np.errstate(all="ignore"):
                got = list(map(partial(answer_of, function), calls))
            for place, agreement in enumerate(agree(prepared, expected, got)):
                if not agreement.ok or got[place].changed != expected[place].changed:
                    del alive[mutant]
                    yield f"{prepared.exercise.id}\n{mutant.diff}\n{calls[place]!r}"
                    break


def inputs(sources: Sequence[Source], seed: int) -> Iterator[Arguments]:
    """Inputs from all sources in turn, without end; drawn past Hypothesis's engine, which would remember each."""
    random = Random(seed)
    for source in cycle(sources):
        data = ConjectureData(prefix=(), random=random)
        try:
            with BuildContext(data, is_final=False, wrapped_test=lambda: None):
                drawn = data.draw(source.strategy)
        except StopTest:  # the filters of the source refused what was drawn
            continue
        yield drawn
