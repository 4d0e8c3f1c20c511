"""The ids that readers have progress under: permanent, so a course keeps a list of them.

`python -m grader.bank.ledger` adds what is new to questions/ids.txt.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from grader.bank.bank import Bank
from grader.directory import find_course
from grader.load import load_course
from grader.model import message
from grader.problems import Problem

LEDGER = "questions/ids.txt"


def vanished(bank: Bank, root: Path) -> Iterator[Problem]:
    """Ids of the ledger that the course no longer has."""
    for number, line in enumerate(_kept(root), 1):
        kind, _, name = line.partition(" ")
        if (kind, name) not in bank.places:
            words = message("the {kind} '{name}' is gone, and readers have progress under its id: put it back, or "
                            "delete this line if it was never published", kind=kind, name=name)  # fmt: skip
            yield Problem(LEDGER, number, words)


def _kept(root: Path) -> list[str]:
    path = root / LEDGER
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def main() -> None:
    """Adds the ids of this checkout that the ledger does not have."""
    from grader.bank.load import load_bank

    root = find_course(None)
    kept = _kept(root)
    new = [f"{kind} {name}" for kind, name in load_bank(load_course(root)).places]
    text = "".join(f"{line}\n" for line in sorted({*kept, *new}))
    (root / LEDGER).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
