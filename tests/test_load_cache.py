"""An unchanged course is loaded from the cache, and a broken cache is done without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from little_course import BANK, edited, write_course

from grader.load import load_course
from grader.problems import CourseErrors


def test_a_cached_course_is_the_same(tmp_path: Path) -> None:
    root = write_course(tmp_path / "course")
    plain = load_course(root)
    assert load_course(root, tmp_path / "cache") == plain
    assert load_course(root, tmp_path / "cache") == plain


def test_a_cached_course_needs_neither_yaml_nor_pydantic(tmp_path: Path) -> None:
    root, cache = write_course(tmp_path / "course"), tmp_path / "cache"
    load_course(root, cache)
    script = f"""
import sys
from pathlib import Path
from grader.load import load_course
assert load_course(Path({str(root)!r}), Path({str(cache)!r})).exercises
assert not {{"yaml", "pydantic"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).resolve().parent.parent)


def test_a_change_is_seen(tmp_path: Path) -> None:
    root, cache = write_course(tmp_path / "course"), tmp_path / "cache"
    load_course(root, cache)
    write_course(root, edited(BANK, "points: 3", "points: 5"))
    assert load_course(root, cache).exercises["row-sums"].max == 6.0
    write_course(root, edited(BANK, "points: 3", "points: no"))
    with pytest.raises(CourseErrors):
        load_course(root, cache)


def test_the_cache_holds_one_file_a_course(tmp_path: Path) -> None:
    root, cache = write_course(tmp_path / "course"), tmp_path / "cache"
    load_course(root, cache)
    write_course(root, edited(BANK, "points: 3", "points: 5"))
    load_course(root, cache)
    load_course(write_course(tmp_path / "other"), cache)
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("scrap", [b"", b"{", b"[]", b"null", b"12", b'{"key": 1}', b"\xff", b"[" * 100_000])
def test_a_broken_cache_is_written_anew(scrap: bytes, tmp_path: Path) -> None:
    root, cache = write_course(tmp_path / "course"), tmp_path / "cache"
    course = load_course(root, cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(scrap)
    assert load_course(root, cache) == course
    assert kept.read_bytes() == whole


def test_a_cache_cut_within_is_written_anew(tmp_path: Path) -> None:
    root, cache = write_course(tmp_path / "course"), tmp_path / "cache"
    course = load_course(root, cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(b'"reference"', b'"preference"'))
    assert load_course(root, cache) == course
    assert kept.read_bytes() == whole


def test_no_place_for_a_cache_is_no_error(tmp_path: Path) -> None:
    root = write_course(tmp_path / "course")
    (tmp_path / "file").write_text("in the way")
    assert load_course(root, tmp_path / "file" / "cache").exercises
