"""Files in the cache of this user: whole or absent, and never needed."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path


def cache_folder() -> Path:
    """The folder of this user's cache; `ZACHETKA_CACHE` moves it."""
    from platformdirs import user_cache_path

    return Path(os.environ.get("ZACHETKA_CACHE") or user_cache_path("zachetka"))


def write(path: Path, data: bytes) -> None:
    """Nothing; the file is there, whole, or the cache is left as it was (no space, no permission)."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}.{time.time_ns()}")
        try:
            draft.write_bytes(data)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
