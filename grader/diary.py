"""What a learner did, a line of JSON each time: nothing is ever rewritten."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ANSWERS, REVIEWS = "answers.jsonl", "reviews.jsonl"


def add(path: Path, entry: dict[str, Any]) -> None:
    """Nothing; the entry stands at the end of the file. An OSError where it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps(entry, ensure_ascii=False, sort_keys=True)
    with open(path, "a+b") as file:
        whole = file.tell() == 0 or _ends_whole(file)
        file.write(f"{'' if whole else chr(10)}{line}\n".encode())


def entries(path: Path) -> Iterator[dict[str, Any]]:
    """The entries in the order in which they were added; a line that is broken is passed over."""
    if not path.is_file():
        return
    for line in path.read_bytes().splitlines():
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(entry, dict):
            yield entry


def _ends_whole(file: Any) -> bool:
    """Whether the last line was written to its end."""
    file.seek(-1, os.SEEK_END)
    return bool(file.read(1) == b"\n")
