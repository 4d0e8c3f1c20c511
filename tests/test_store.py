"""What was graded is kept, whatever happens to the run, the folder or the disk."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from as_user import ordinary_user

from grader.model import SubmissionReport, Verdict, ZachetkaError, message
from grader.store import FILE, reading, writing

DONE = SubmissionReport("ivanova", "ab" * 32, Verdict.PARTIAL, 3.5, 4.0, remarks=(message("{x}", x=1.5),))


def test_a_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with writing(tmp_path / "new" / "run") as store:
        assert store.facts() == {}
        store.begin(7, None, ["ivanova", "petrov"])
        store.isolated({"seccomp": "on"})
        store.keep(DONE, "key")
    with writing(tmp_path / "new" / "run") as store:
        assert store.facts()["seed"] == 7
        assert store.waiting() == 1
        assert store.finished("ivanova", DONE.sha256, "key")
        assert not store.finished("ivanova", "another file", "key")
        assert not store.finished("ivanova", DONE.sha256, "another grader")
        assert not store.finished("petrov", DONE.sha256, "key")


def test_reports_come_back_in_the_order_of_the_folder(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.begin(7, "week-1", ["a", "b", "gone"])
        for name in ("gone", "b", "a"):
            store.keep(replace(DONE, submission=name), "key")
        store.begin(7, "week-1", ["a", "b"])
        store.keep(replace(DONE, submission="a", score=1.0), "key")
    with reading(tmp_path) as store:
        report = store.report()
    assert [(one.submission, one.score) for one in report.submissions] == [("a", 1.0), ("b", 3.5)]
    assert (report.seed, report.assignment) == (7, "week-1")
    assert report.submissions[1].remarks == DONE.remarks


def test_what_the_grader_failed_on_is_graded_again(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.keep(replace(DONE, verdict=Verdict.INTERNAL_ERROR), "key")
        assert not store.finished(DONE.submission, DONE.sha256, "key")


def test_reading_goes_on_while_a_run_writes(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.begin(7, None, ["ivanova"])
        store.keep(DONE, "key")
        with reading(tmp_path) as other:
            assert [one.submission for one in other.report().submissions] == ["ivanova"]


HOLD = """
import sys, time
from pathlib import Path
from grader.store import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(ZachetkaError, match=f"process {other.pid}"), writing(tmp_path):
            pass
        other.send_signal(signal.SIGKILL)
        other.wait()
        with writing(tmp_path) as store:  # the lock died with its process
            store.begin(1, None, [])


def test_what_is_no_run_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("notes")
    for wrong in (file, file / "run"):
        with pytest.raises(ZachetkaError, match="Choose another --out") as caught, writing(wrong):
            pass
        assert caught.value.status == 2
    with pytest.raises(ZachetkaError, match="no run"), reading(tmp_path):
        pass
    (tmp_path / FILE).write_bytes(b"this is no database, but long enough to look at" * 100)
    for use in (reading, writing):
        with pytest.raises(ZachetkaError, match="Choose another folder"), use(tmp_path):
            pass
    (tmp_path / FILE).unlink()
    sqlite3.connect(tmp_path / FILE).execute("CREATE TABLE other (x)").connection.close()
    with pytest.raises(ZachetkaError, match="Choose another folder"), reading(tmp_path):
        pass


@pytest.mark.parametrize("text", ['{"submission": "a"', "[]", '{"submission": "a"}', "7"])
def test_a_report_that_was_spoilt_is_told_in_a_sentence(tmp_path: Path, text: str) -> None:
    with writing(tmp_path) as store:
        store.begin(7, None, ["a"])
        with store.database:
            store.database.execute("UPDATE submission SET report = ?", (text,))
        with pytest.raises(ZachetkaError, match="damaged") as raised:
            store.report()
    assert raised.value.where.endswith("run.sqlite3")


def test_a_run_of_another_version(tmp_path: Path) -> None:
    with writing(tmp_path) as store, store.database:
        store.database.execute("INSERT INTO run VALUES ('schema', ?)", (json.dumps(99),))
    with pytest.raises(ZachetkaError, match="another version"), reading(tmp_path):
        pass


def test_a_folder_that_cannot_be_written() -> None:
    root = Path(tempfile.mkdtemp())
    try:
        root.chmod(0o755)
        (root / "run").mkdir()
        (root / "run").chmod(0o555)
        with ordinary_user(), pytest.raises(ZachetkaError, match="cannot be written") as caught, writing(root / "run"):
            pass
        assert caught.value.status == 2
        if os.geteuid() == 0:
            with writing(root / "kept") as store:
                store.begin(7, None, ["ivanova"])
            with ordinary_user(), reading(root / "kept") as store:  # others may read a run they may not write
                assert store.waiting() == 1
    finally:
        shutil.rmtree(root)


FULL = """
import resource, signal, sys
from dataclasses import replace
from pathlib import Path
from grader.model import SubmissionReport, Verdict, ZachetkaError, message
from grader.store import writing
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
done = SubmissionReport("", "", Verdict.PARTIAL, 1.0, 2.0, remarks=(message("x" * 9000),))
with writing(Path(sys.argv[1])) as store:
    store.begin(7, None, [str(number) for number in range(100)])
    if sys.argv[2] == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    for number in range(100):
        try:
            store.keep(replace(done, submission=str(number)), "key")
        except ZachetkaError as error:
            print(number, error.status, error)
            break
"""


def fill(folder: Path, how: str) -> tuple[int, int, str]:
    """Write until there is no room: how many reports were kept, the status and the sentence."""
    command = [sys.executable, "-c", FULL, str(folder), how]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    number, status, words = ended.stdout.split(maxsplit=2)
    return int(number), int(status), words


@pytest.mark.parametrize("how", ["limit", "mount"])
def test_a_full_disk_loses_nothing(tmp_path: Path, how: str) -> None:
    mounted = how == "mount" and os.geteuid() == 0
    if mounted:
        mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(tmp_path)]
        mounted = subprocess.run(mount, capture_output=True).returncode == 0
    try:
        kept, status, words = fill(tmp_path / "run", "mount" if mounted else "limit")
        assert kept > 5
        assert status == 3
        assert ("the disk is full" if mounted else "What was graded is kept") in words
        with reading(tmp_path / "run") as store:
            assert len(store.report().submissions) == kept
    finally:
        if mounted:
            subprocess.run(["umount", str(tmp_path)], check=True)
