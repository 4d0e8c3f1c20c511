"""What may stand in flashcards.yaml."""

from __future__ import annotations

from grader.bank.entry import Anchor, Both, Frozen, Id


class Flashcard(Frozen):
    """One fact, asked and answered."""

    id: Id
    front: Both
    back: Both
    read: Anchor | None = None
