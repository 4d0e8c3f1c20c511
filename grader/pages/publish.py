"""Files of a site into a folder: only what has changed is written, and what is no longer part of the site goes."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from grader.model import ZachetkaError, message
from grader.pages.site import Files, listed

LIST = "files.json"  # marks a folder as a site of ours
INDEX = "pagefind"
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")


def publish(files: Files, out: Path, *, search: bool = True) -> None:
    """Nothing; the folder is the site, with its search index where `search` is asked for."""
    _ours(out)
    _written(files, out)
    kept = {*files, LIST}
    if search:
        _indexed(out)
    found = _index(out)
    kept |= set(found)
    build = build_of(files)
    _written({LIST: listed({**{path: data for path, data in files.items() if path != LIST}, **found}, build)}, out)
    for path in sorted(out.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(out).as_posix() not in kept:
            path.unlink()


def build_of(files: Files) -> str:
    """The name of the build, as every page has it."""
    page = files["index.html"].decode()
    return page.partition('data-build="')[2].partition('"')[0]


def _ours(out: Path) -> None:
    """Nothing, or an error when the folder holds something else: what is not of the site would be deleted."""
    if out.exists() and not out.is_dir():
        raise ZachetkaError(message("{path} is a file: name a folder for the site", path=str(out)))
    if out.is_dir() and any(out.iterdir()) and not (out / LIST).is_file():
        foreign = message("{path} holds other files, and a site is built into a folder of its own: name another --out",
                          path=str(out))  # fmt: skip
        raise ZachetkaError(foreign)


def _written(files: Files, out: Path) -> None:
    for name, data in files.items():
        path = out / name
        try:
            if path.is_file() and path.read_bytes() == data:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            reason = error.strerror or str(error)
            problem = message("{path} cannot be written ({reason}): name another --out", path=str(path), reason=reason)
            raise ZachetkaError(problem, status=3) from error


def _indexed(out: Path) -> None:
    """Run Pagefind over the pages."""
    from pagefind_bin import get_executable

    command = [str(get_executable()), "--site", str(out), "--output-subdir", INDEX, "--quiet"]
    command += ["--exclude-selectors", ".formula, .kicker, .here, .label, .picture"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise ZachetkaError(message("the search index cannot be made ({reason})", reason=" ".join(reason)), status=3)
    for path in (out / INDEX).glob("*"):
        if path.is_file() and not _wanted(path.name):
            path.unlink()


def _wanted(name: str) -> bool:
    return name in NEEDED or (name.startswith(("wasm.", "pagefind.")) and "ui" not in name)


def _index(out: Path) -> Files:
    """The files of the search index that is there."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in _files(out / INDEX)}


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
