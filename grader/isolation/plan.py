"""How a worker is to be isolated; this module is all that systems other than Linux need of the package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Road = Literal["root", "user", "landlock", "process"]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to isolate: `road` as far as this machine lets us go, `uid` the user that root becomes, else None."""

    road: Road
    uid: int | None

    @property
    def count_threads(self) -> bool:
        """Whether a limit of threads per user would count nobody else's."""
        return self.uid is not None or self.road == "user"
