"""Writes tests/source.shingles from the document the course mirrors: python tests/shingles.py DOCUMENT."""

from __future__ import annotations

import sys
from pathlib import Path

from test_bank import SHINGLES, shingles

SHINGLES.write_text("\n".join(sorted(shingles(Path(sys.argv[1]).read_text(encoding="utf-8")))) + "\n")
