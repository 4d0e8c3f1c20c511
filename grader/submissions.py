"""Whatever was handed in becomes submissions: names and bytes, never parsed here. See the limits in `basket`."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader import archive, basket
from grader.basket import Basket
from grader.folder import Folder, RefusedError, must_be_regular, opened, read
from grader.model import Message, Submission, ZachetkaError, message
from grader.names import shown

_SUFFIXES = frozenset({*basket.LIMITS, ".zip"})
_FOREIGN = frozenset({".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a folder of submissions: its file name as the system has it, and the name it goes by."""

    file: str
    name: str
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """What lies in a folder of submissions; `passed_over` are files that are no submissions."""

    root: Path
    entries: tuple[Entry, ...]
    passed_over: tuple[str, ...] = ()
    is_folder: bool = True

    def read(self) -> Iterator[Submission]:
        """The submissions one by one, in name order, each read when it is asked for."""
        for entry in self.entries:
            yield _submission(self.root, entry)


def intake(path: Path) -> Intake:
    """What was handed in at `path`: a folder of submissions, or a single file that is one."""
    if not _is_folder(path):
        return Intake(path.parent, (Entry(path.name, shown(_stem(path.name))),), is_folder=False)
    try:
        with opened(path) as folder:
            files, passed_over = _sorted_out(folder)
    except OSError as error:
        raise _cannot(path, error) from error
    except RefusedError as refusal:
        raise ZachetkaError(refusal.why, where=shown(str(path))) from refusal
    if not files:
        problem = message(
            "there are no submissions in {folder}. Put one folder, .py, .ipynb or .zip per student into it",
            folder=shown(str(path)),
        )
        raise ZachetkaError(problem)
    return Intake(path, _named(files), tuple(shown(name) for name in passed_over))


def read_submission(path: Path) -> Submission:
    """The one submission at `path`: a .py, .ipynb or .zip file, or a folder of them."""
    is_folder = _is_folder(path)
    path = Path(os.path.abspath(path))
    name = path.name if is_folder else _stem(path.name)
    return _submission(path.parent, Entry(path.name, shown(name)))


def _is_folder(path: Path) -> bool:
    try:
        mode = path.lstat().st_mode
        return stat.S_ISDIR(path.stat().st_mode) if stat.S_ISLNK(mode) else stat.S_ISDIR(mode)
    except (OSError, ValueError) as error:
        raise _cannot(path, error) from error


def _cannot(path: Path, error: OSError | ValueError) -> ZachetkaError:
    where = shown(str(path))
    if isinstance(error, FileNotFoundError):
        return ZachetkaError(message("there is no {path}. Check the spelling and the folder you are in", path=where))
    return ZachetkaError(message("{path} cannot be read: {reason}", path=where, reason=_reason(error)))


def _sorted_out(folder: Folder) -> tuple[list[str], list[str]]:
    """The names of submissions, and those of files that are none."""
    files: list[str] = []
    passed_over: list[str] = []
    for name in folder.names():
        if basket.ignored(name):
            continue
        suffix = Path(name).suffix.lower()
        is_other = stat.S_ISREG(folder.mode(name)) and suffix not in _SUFFIXES | _FOREIGN
        (passed_over if is_other else files).append(name)
    return files, passed_over


def _named(files: list[str]) -> tuple[Entry, ...]:
    """Entries by name; those that would share one keep their full file names, and a remark says so."""
    names = {file: _stem(file) for file in files}
    while clashes := [name for name, count in Counter(names.values()).items() if count > 1]:
        names.update({file: file for file, name in names.items() if name in clashes})
    return tuple(sorted((_entry(file, name, files) for file, name in names.items()), key=lambda entry: entry.name))


def _entry(file: str, name: str, files: list[str]) -> Entry:
    twins = [shown(other) for other in files if other != file and _stem(other) == _stem(file)]
    remarks = (message("handed in more than once: see also {others}", others=", ".join(twins)),) if twins else ()
    return Entry(file, shown(name), remarks)


def _stem(file: str) -> str:
    path = Path(file)
    return path.stem if path.suffix.lower() in _SUFFIXES | _FOREIGN else file


def _submission(root: Path, entry: Entry) -> Submission:
    found = Basket(remarks=list(entry.remarks))
    try:
        with opened(root) as folder:
            _gather(folder, entry.file, found)
        sources = found.result()
        return Submission(entry.name, sources, basket.digest(sources), tuple(found.remarks))
    except RefusedError as refusal:
        return _refused(entry, found, refusal.why)
    except OSError as error:
        file = error.filename if isinstance(error.filename, str) else entry.file
        why = message("{file} cannot be read: {reason}", file=shown(file), reason=_reason(error))
        return _refused(entry, found, why)


def _refused(entry: Entry, found: Basket, why: Message) -> Submission:
    mark = hashlib.sha256(repr(why).encode("utf-8", "surrogateescape")).hexdigest()
    return Submission(entry.name, (), mark, tuple(found.remarks), why)


def _gather(folder: Folder, file: str, found: Basket) -> None:
    """Everything one entry of a folder of submissions holds."""
    mode, suffix = folder.mode(file), Path(file).suffix.lower()
    if stat.S_ISDIR(mode):
        _walk(folder, file, "", 1, found)
        if not found.sources:
            _unpack_only_archive(folder, file, found)
        if not found.sources:
            raise RefusedError(message("there is no .py or .ipynb file in the folder"))
        return
    must_be_regular(mode, file)
    if suffix == ".zip":
        archive.unpack(read(folder, file, archive.LARGEST), found)
        if not found.sources:
            raise RefusedError(message("there is no .py or .ipynb file in the archive"))
    elif limit := basket.limit_of(file):
        found.put(shown(file), read(folder, file, limit))
    else:
        why = message("{file} is of a kind that is not read; hand in .py, .ipynb or .zip", file=shown(file))
        raise RefusedError(why)


def _walk(folder: Folder, name: str, prefix: str, depth: int, found: Basket) -> None:
    """Gather the sources below a subfolder, which is opened without following a link."""
    with opened(folder.path / name, folder) as inner:
        names = inner.names()
        if "pyvenv.cfg" in names:  # a virtual environment handed in by accident
            found.remark(message("the virtual environment {name} was passed over", name=shown(name)))
            return
        for entry in found.look_at(names):
            _take(inner, entry, prefix, depth, found)


def _take(folder: Folder, name: str, prefix: str, depth: int, found: Basket) -> None:
    mode, limit = folder.mode(name), basket.limit_of(name)
    if stat.S_ISDIR(mode):
        if depth < basket.DEEPEST:
            _walk(folder, name, f"{prefix}{shown(name)}/", depth + 1, found)
        else:
            found.remark(message("folders deeper than {depth} levels were passed over", depth=basket.DEEPEST))
    elif limit is not None:
        found.put(prefix + shown(name), read(folder, name, limit))
    elif not stat.S_ISREG(mode):
        found.remark(message("{file} was passed over: it is not a regular file", file=prefix + shown(name)))


def _unpack_only_archive(folder: Folder, name: str, found: Basket) -> None:
    """A folder with one archive and no source, as learning platforms export them: take the archive."""
    with opened(folder.path / name, folder) as inner:
        archives = [entry for entry in inner.names() if entry.lower().endswith(".zip") and not basket.ignored(entry)]
        if len(archives) == 1:
            archive.unpack(read(inner, archives[0], archive.LARGEST), found)


def _reason(error: OSError | ValueError) -> Message:
    """Why the system did not let us read."""
    match error:
        case OSError(errno=errno.EACCES | errno.EPERM):
            return message("permission denied")
        case OSError(errno=errno.ENAMETOOLONG):
            return message("the name is too long")
        case OSError(errno=errno.ELOOP):
            return message("a symbolic link was put in its place")
    return message("the system says {words}", words=shown(getattr(error, "strerror", None) or str(error)))
