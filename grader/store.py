"""A run folder: one SQLite file that keeps every report as soon as it is there, so that a run can go on later."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.lock import locked
from grader.model import Report, SubmissionReport, Verdict, ZachetkaError, message
from grader.report_io import submission_report, to_plain

FILE = "run.sqlite3"
LOCK = "lock"
SCHEMA = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS run (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS submission (
    name TEXT PRIMARY KEY,
    place INTEGER,       -- order in the folder; NULL once it is no longer handed in
    sha256 TEXT,         -- of what was graded
    key TEXT,            -- of what graded it: grader, course, seed, assignment, isolation
    report TEXT          -- NULL until it is graded
) WITHOUT ROWID;
"""
_FINISHED = "SELECT sha256 FROM submission WHERE name = ? AND key = ? AND report IS NOT NULL"
_KEEP = "INSERT INTO submission (name, sha256, key, report) VALUES (?, ?, ?, ?) \
ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256, key = excluded.key, report = excluded.report"
_PLACE = "INSERT INTO submission (name, place) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET place = excluded.place"


@dataclass(frozen=True, slots=True)
class Store:
    """An open run. Only `begin` and `keep` write, each in a transaction of its own."""

    folder: Path
    database: sqlite3.Connection

    def facts(self) -> dict[str, Any]:
        """What is known of the run: `seed`, `assignment`, `isolation`; nothing of a new one."""
        with _spoken(self.folder):
            return {name: json.loads(value) for name, value in self.database.execute("SELECT name, value FROM run")}

    def begin(self, seed: int, assignment: str | None, names: Sequence[str]) -> None:
        """Note what this run is of: its seed, its assignment and the submissions in their order."""
        with self._writing():
            self._note(schema=SCHEMA, seed=seed, assignment=assignment)
            self.database.execute("UPDATE submission SET place = NULL")
            self.database.executemany(_PLACE, [(name, place) for place, name in enumerate(names)])

    def isolated(self, layers: Mapping[str, str]) -> None:
        """Note the layers of isolation."""
        with self._writing():
            self._note(isolation=dict(layers))

    def finished(self, name: str, sha256: str, key: str) -> bool:
        """Whether this very submission was already graded by the same grader on the same course."""
        with _spoken(self.folder):
            row = self.database.execute(_FINISHED, (name, key)).fetchone()
        return row is not None and row[0] == sha256

    def keep(self, report: SubmissionReport, key: str) -> None:
        """Keep one report for good. What the grader itself failed on is graded again next time."""
        verdicts = {report.verdict, *(exercise.verdict for exercise in report.exercises)}
        failed = Verdict.INTERNAL_ERROR in verdicts
        text = json.dumps(to_plain(report))
        with self._writing():
            self.database.execute(_KEEP, (report.submission, report.sha256, "" if failed else key, text))

    def report(self) -> Report:
        """The report of all submissions graded so far, in their order."""
        facts = self.facts()
        with _spoken(self.folder):
            rows = self.database.execute(
                "SELECT report FROM submission WHERE place IS NOT NULL AND report IS NOT NULL ORDER BY place"
            ).fetchall()
            submissions = tuple(submission_report(json.loads(text)) for (text,) in rows)
        return Report(facts.get("seed", 0), facts.get("isolation", {}), submissions, facts.get("assignment"))

    def waiting(self) -> int:
        """How many submissions were handed in and not graded yet."""
        with _spoken(self.folder):
            query = "SELECT count(*) FROM submission WHERE place IS NOT NULL AND report IS NULL"
            return int(self.database.execute(query).fetchone()[0])

    def _note(self, **facts: object) -> None:
        rows = [(name, json.dumps(value)) for name, value in facts.items()]
        self.database.executemany("INSERT OR REPLACE INTO run VALUES (?, ?)", rows)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with _spoken(self.folder), self.database:
            yield


@contextmanager
def writing(folder: Path) -> Iterator[Store]:
    """The run in a folder, made when there is none, and locked against other runs."""
    with ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            stack.enter_context(locked(folder / LOCK))
        except OSError as error:
            raise _no_folder(folder, error) from error
        store = stack.enter_context(_opened(folder, "rwc"))
        with _spoken(folder):
            store.database.executescript(_TABLES)
        _must_be_ours(store)
        yield store


@contextmanager
def reading(folder: Path) -> Iterator[Store]:
    """A run that was begun; a ZachetkaError where there is none."""
    if not os.path.lexists(folder / FILE):
        problem = message("this is no run. Name the folder that `zachetka grade` wrote with --out")
        raise ZachetkaError(problem, where=str(folder))
    with _opened(folder, "rw") as store:
        _must_be_ours(store)
        yield store


def _must_be_ours(store: Store) -> None:
    if store.facts().get("schema", SCHEMA) != SCHEMA:
        problem = message("this run was written by another version of the grader. Choose another folder")
        raise ZachetkaError(problem, where=str(store.folder))


@contextmanager
def _opened(folder: Path, mode: str) -> Iterator[Store]:
    with _spoken(folder):
        uri = f"{(folder / FILE).absolute().as_uri()}?mode={mode}"
        database = sqlite3.connect(uri, uri=True, timeout=10.0)
    try:
        yield Store(folder, database)
    finally:
        database.close()


@contextmanager
def _spoken(folder: Path) -> Iterator[None]:
    """Errors of SQLite as sentences: a full disk is the grader's trouble, a foreign or spoilt file the user's."""
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        spoilt = message("the run is damaged. Grade into another folder")
        raise ZachetkaError(spoilt, where=str(folder / FILE)) from error
    except sqlite3.Error as error:
        where, code = str(folder / FILE), getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            problem = message("the disk is full. Make room and run the same command again: what was graded is kept")
            raise ZachetkaError(problem, where=where, status=3) from error
        if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT) or "no such" in str(error):
            raise ZachetkaError(message("this is no run of this grader. Choose another folder"), where=where) from error
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            problem = message("the file cannot be written. Check the permissions of the folder")
            raise ZachetkaError(problem, where=where) from error
        reason = str(error)
        problem = message("the run cannot be written ({reason}). What was graded is kept: run it again", reason=reason)
        raise ZachetkaError(problem, where=where, status=3) from error


def _no_folder(folder: Path, error: OSError) -> ZachetkaError:
    """Why a run folder cannot be made."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        problem = message("the disk is full. Make room and run the same command again: what was graded is kept")
        return ZachetkaError(problem, where=str(folder), status=3)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return ZachetkaError(message("this is a file, not a folder. Choose another --out"), where=str(folder))
    reason = error.strerror or str(error)
    problem = message("the folder cannot be written ({reason}). Choose another --out", reason=reason)
    return ZachetkaError(problem, where=str(folder))
