"""A batch gives every submission a report, whatever one of them does to its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import fake_grader
import pytest

from grader.batch import Batch
from grader.fingerprint import fingerprint
from grader.model import Submission, Verdict, ZachetkaError

HERE = Path(__file__).parent


def submissions(*names: str) -> list[Submission]:
    return [Submission(name, (), f"{number:02}") for number, name in enumerate(names)]


def graded(batch: Batch, *names: str) -> dict[str, Verdict]:
    return {report.submission: report.verdict for report in batch.grade(submissions(*names))}


def test_one_failure_never_stops_the_rest(tmp_path: Path) -> None:
    batch = Batch(partial(fake_grader.make, tmp_path), 2)
    verdicts = graded(batch, "a", "raise-1", "b", "die-1", "slow-c", "die-2", "d", "e")
    assert {name for name, verdict in verdicts.items() if verdict == Verdict.ACCEPTED} == {"a", "b", "slow-c", "d", "e"}
    assert {verdicts[name] for name in ("raise-1", "die-1", "die-2")} == {Verdict.INTERNAL_ERROR}
    assert batch.layers == {"seccomp": "on"}
    assert {path.read_text() for path in tmp_path.iterdir()} == {"closed"}  # by the process that still had one


def test_a_grader_that_hangs_is_ended() -> None:
    verdicts = graded(Batch(fake_grader.make, 1, ceiling=2.0), "a", "hang-b", "c")
    assert verdicts == {"a": Verdict.ACCEPTED, "hang-b": Verdict.INTERNAL_ERROR, "c": Verdict.ACCEPTED}


def test_no_more_processes_than_work(tmp_path: Path) -> None:
    assert len(graded(Batch(partial(fake_grader.make, tmp_path), 8), "a")) == 1
    assert len(list(tmp_path.iterdir())) == 1
    assert graded(Batch(fake_grader.make, 8)) == {}


@pytest.mark.parametrize(
    ("mood", "words"), [("refuses", "no seccomp"), ("broken", "no such module"), ("dies", "before it began")]
)
def test_a_grader_that_cannot_work_says_so(mood: str, words: str) -> None:
    with pytest.raises(ZachetkaError, match=words) as caught:
        graded(Batch(partial(fake_grader.make, None, mood), 2), "a", "b")
    assert caught.value.status == 3


def test_an_error_of_the_course_stops_the_batch() -> None:
    with pytest.raises(ZachetkaError, match="the reference raised") as caught:
        graded(Batch(fake_grader.make, 1), "a", "course-b", "c")
    assert caught.value.where == "solutions/tfidf.py:3"


def test_no_submission_is_imported_where_they_are_graded(tmp_path: Path) -> None:
    (tmp_path / "submissions").mkdir()
    for name in ("multiprocessing", "socket", "struct", "pickle", "threading", "signal", "random"):
        (tmp_path / "submissions" / f"{name}.py").write_text(f"open({str(tmp_path / 'got-out')!r}, 'w')")
    script = tmp_path / "script.py"
    script.write_text(HONEST)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parent)])}
    command = [sys.executable, str(script)]
    done = subprocess.run(command, cwd=tmp_path / "submissions", env=environment, capture_output=True, text=True)
    assert not (tmp_path / "got-out").exists()
    assert (done.stdout, done.stderr, done.returncode) == ("accepted\n", "", 0)


HONEST = """
import fake_grader
from grader.batch import Batch
from grader.model import Submission
if __name__ == "__main__":
    (report,) = Batch(fake_grader.make, 1).grade([Submission("a", (), "")])
    print(report.verdict)
"""


INTERRUPTED = """
import sys
from functools import partial
from pathlib import Path
import fake_grader
from grader.batch import Batch
from grader.model import Submission
if __name__ == "__main__":
    try:
        for report in Batch(partial(fake_grader.make, Path(sys.argv[1])), 2).grade(
            Submission(name, (), "") for name in ("a", "hang-b", "c", "hang-d", "e")
        ):
            print(report.submission, flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
"""


def test_an_interruption_ends_every_process(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(INTERRUPTED)
    (tmp_path / "trace").mkdir()
    command = [sys.executable, str(tmp_path / "script.py"), str(tmp_path / "trace")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parent)])}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"a\n"
        time.sleep(0.5)
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does
        _, errors = run.communicate(timeout=30)
    assert run.returncode == 130
    assert errors == b""
    ended = list((tmp_path / "trace").iterdir())
    assert [path.read_text() for path in ended] == ["closed", "closed"]
    assert not any(Path("/proc", path.name).exists() for path in ended)


def test_the_fingerprint_follows_what_decides_a_mark(tmp_path: Path) -> None:
    (tmp_path / "questions" / "tfidf").mkdir(parents=True)
    (tmp_path / "solutions").mkdir()
    checks = tmp_path / "questions" / "tfidf" / "checks.py"
    seen = {fingerprint(tmp_path, 7, None, "strict"), fingerprint(tmp_path, 8, None, "strict")}
    seen.add(fingerprint(tmp_path, 7, "week-1", "strict"))
    for text in ("a = 1", "a = 2"):
        checks.write_text(text)
        seen.add(fingerprint(tmp_path, 7, None, "strict"))
    assert len(seen) == 5
    (tmp_path / "questions" / "tfidf" / "lesson.md").write_text("prose decides nothing")
    assert fingerprint(tmp_path, 7, None, "strict") in seen
