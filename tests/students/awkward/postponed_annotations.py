"""Dataclasses, postponed annotations and names that exist only for a type checker."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Table:
    counts: NDArray[np.int64]
    names: list[str] = field(default_factory=list)

    @property
    def totals(self) -> NDArray:
        return self.counts.sum(axis=1, keepdims=True)

    def relative(self) -> NDArray:
        return np.divide(self.counts, self.totals, out=np.zeros(self.counts.shape), where=self.totals > 0)


def term_frequency(counts: Int[np.ndarray, "docs terms"]) -> Float[np.ndarray, "docs terms"]:
    return Table(counts).relative()
