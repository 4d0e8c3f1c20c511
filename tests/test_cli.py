"""The command line through its public path: what it prints, what it writes, its exit statuses."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import fake_grader
import pytest

from grader.cli.run import run
from grader.model import Report, SubmissionReport, Verdict
from grader.store import writing

HERE = Path(__file__).parent
ZACHETKA = [sys.executable, "-m", "grader.cli"]
FAKED = [sys.executable, str(HERE / "fake_grader.py")]


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """English, no terminal, a working directory of one's own."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(HERE), str(HERE.parent)]))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def faked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The grader is the stand-in of `fake_grader`."""
    fake_grader.install(monkeypatch.setattr)


def start(*args: str, command: list[str] = ZACHETKA, **options: object) -> subprocess.Popen[str]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True} | options
    return subprocess.Popen([*command, *args], **pipes)  # type: ignore[call-overload, no-any-return]


def outcome(*args: str, command: list[str] = ZACHETKA, env: Mapping[str, str] | None = None) -> tuple[int, str, str]:
    with start(*args, command=command, env={**os.environ, **(env or {})}) as process:
        out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def hand_in(*names: str) -> Path:
    folder = Path("submissions")
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.py").write_text("x = 1")
    return folder


# ---------------------------------------------------------------- help, language, errors


def test_help_is_quick() -> None:
    """Nothing heavy is imported, and the best of five takes less than 0.2 s of processor time."""
    heavy = "import sys; from grader.cli.run import run; run(['--help']); assert not {'numpy', 'rich', 'yaml', \
'hypothesis', 'pydantic', 'sqlite3', 'multiprocessing'} & set(sys.modules), sorted(sys.modules)"
    subprocess.run([sys.executable, "-c", heavy], check=True, capture_output=True)
    times = []
    for _ in range(5):
        begun = os.times()
        assert outcome("--help")[0] == 0
        ended = os.times()
        times.append(ended.children_user + ended.children_system - begun.children_user - begun.children_system)
    assert min(times) < 0.2


@pytest.mark.parametrize("arguments", [["--lang", "ru", "--help"], ["--help", "--lang=ru"]])
def test_help_speaks_russian(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(arguments) == 0
    shown = capsys.readouterr().out
    assert "Команды:" in shown
    assert "Параметры:" in shown
    assert "Usage" not in shown
    assert run(["--lang", "ru", "grade", "--help"]) == 0
    assert "Где хранить" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("locale", "russian"), [({"LANG": "ru_RU.UTF-8"}, True), ({"LANG": "de_DE.UTF-8"}, False), ({"LC_ALL": "C"}, False)]
)
def test_the_locale_decides_the_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], locale: dict[str, str], russian: bool
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert run(["check", "absent.py"]) == 2
    assert ("Проверьте" in capsys.readouterr().err) == russian


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "chek"),
        (["check"], "Missing argument"),
        (["check", "--sead", "1", "x.py"], "--seed"),
        (["check", "absent.py"], "there is no absent.py. Check the spelling"),
        (["check", "--seed", "-1", "x.py"], "--seed"),
        (["check", "x.py", "--exercise", "tfdif"], "Did you mean tfidf?"),
        (["check", "x.py", "--assignment", "none"], "assignment none"),
        (["grade", "absent", "--out", "run"], "there is no absent"),
        (["grade", "empty", "--out", "run"], "there are no submissions"),
        (["grade", "full", "--out", "full/run"], "among the submissions"),
        (["grade", "full", "--out", "x.py"], "this is a file"),
        (["report", "absent"], "is no run"),
        (["report", "empty"], "is no run"),
        (["start", "tfdif"], "Did you mean tfidf?"),
        (["start", "zzz"], "See `zachetka list`"),
        (["list", "--topic", "zzz"], "there is no topic zzz"),
        (["--course", "empty", "list"], "is not a course"),
        (["--course", "absent", "list"], "no course at absent"),
        (["--lang", "de", "list"], "de"),
    ],
)
def test_wrong_input_is_one_sentence(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    Path("x.py").write_text("")
    Path("empty").mkdir()
    Path("full").mkdir()
    Path("full", "ivanova.py").write_text("")
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert words in shown.err
    assert shown.err.count("\n") == 1
    assert shown.err.endswith((".\n", "?\n"))


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == "zachetka 0.1.0\n"


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "Commands" in capsys.readouterr().err


def test_an_internal_error_is_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("broken\x1b[31m")

    monkeypatch.setattr("grader.load.load_course", fail)
    monkeypatch.setattr("grader.cli.settings.Settings.load", fail)
    assert run(["list"]) == 3
    assert capsys.readouterr().err.startswith(
        "the program failed (RuntimeError: broken\\x1b[31m). Run it again with -v"
    )
    assert run(["-v", "list"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_that_stops_reading() -> None:
    with start("list") as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_closed_streams_are_no_fault(closed: str) -> None:
    status, _, err = outcome("-c", f'"$@" {closed}', "sh", *ZACHETKA, "list", command=["sh"])
    assert (status, err) == (0, "")


def test_an_output_without_room() -> None:
    with open("/dev/full", "w") as full, start("list", stdout=full) as process:
        _, err = process.communicate()
    assert process.returncode == 3
    assert err == "the disk is full. Make room and run it again.\n"


def test_a_working_directory_that_is_gone() -> None:
    gone = 'mkdir gone; cd gone; rmdir ../gone; exec "$@"'
    status, _, err = outcome("-c", gone, "sh", *ZACHETKA, "check", "a.py", command=["sh"])
    assert (status, err) == (2, "the working directory no longer exists. Go to one that does.\n")


def test_a_locale_without_cyrillic() -> None:
    environment = {"PYTHONIOENCODING": "ascii", "LC_ALL": "ru_RU"}
    code, out, err = outcome("list", env=environment)
    assert (code, err) == (0, "")
    assert "\\u0" in out


# ---------------------------------------------------------------- check


@pytest.mark.usefixtures("faked")
@pytest.mark.parametrize(("names", "status"), [(["a", "b"], 0), (["a", "wrong-b"], 1), (["a", "raise"], 3)])
def test_check_statuses(capsys: pytest.CaptureFixture[str], names: list[str], status: int) -> None:
    folder = hand_in(*names)
    assert run(["check", *(str(folder / f"{name}.py") for name in names)]) == status
    assert status == 3 or capsys.readouterr().out.startswith("a: accepted")


@pytest.mark.usefixtures("faked")
def test_check_json_is_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(hand_in("a") / "a.py"), "--format", "json", "--seed", "5"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert list(shown) == ["schema", "grader", "seed", "assignment", "isolation", "submissions"]
    assert (shown["schema"], shown["seed"], shown["isolation"]) == (1, 5, {"seccomp": "on"})
    keys = ["submission", "sha256", "verdict", "score", "max", "remarks", "exercises"]
    assert list(shown["submissions"][0]) == keys


@pytest.mark.usefixtures("faked")
def test_less_isolation_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(hand_in("a") / "a.py"), "--isolation", "process"]) == 0
    assert "without a sandbox" in capsys.readouterr().err


def test_watch_checks_again_when_the_file_changes() -> None:
    path = hand_in("a") / "a.py"
    with start("check", str(path), "--watch", command=FAKED) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("a: accepted")
        assert "Waiting" in process.stderr.readline()
        time.sleep(0.5)  # until the watcher has begun
        draft = path.with_suffix(".tmp")
        draft.write_text("y = 2")
        draft.replace(path)  # as editors save
        assert process.stdout.readline().startswith("a: accepted")
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


# ---------------------------------------------------------------- grade and report


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> object:
    """The lines of a command on stderr that begin with a count."""

    def graded(*args: str, status: int = 0) -> list[str]:
        assert run(["grade", *args, "--jobs", "1"]) == status
        return [line.split()[1].rstrip(":") for line in capsys.readouterr().err.splitlines() if line.startswith("[")]

    return graded


@pytest.mark.usefixtures("faked")
def test_a_run_goes_on_and_grades_what_changed(lines, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    folder = str(hand_in("a", "b"))
    assert lines(folder, "--out", "run") == ["a", "b"]
    assert lines(folder, "--out", "run") == []
    hand_in("c")
    Path(folder, "a.py").write_text("x = 2")
    assert lines(folder, "--out", "run") == ["a", "c"]
    Path(folder, "b.py").unlink()
    assert lines(folder, "--out", "run") == []
    assert run(["report", "run", "--format", "csv"]) == 0
    assert [line.split(",")[0] for line in capsys.readouterr().out.splitlines()] == ['"submission"', '"a"', '"c"']


@pytest.mark.usefixtures("faked")
def test_the_seed_belongs_to_the_run(lines, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    folder = str(hand_in("a"))
    lines(folder, "--out", "run", "--seed", "11")
    assert run(["grade", folder, "--out", "run", "--seed", "12"]) == 2
    assert "begun with --seed 11" in capsys.readouterr().err
    assert run(["report", "run", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["seed"] == 11
    lines(folder, "--out", "other")
    assert run(["report", "other", "--format", "json"]) == 0
    first = json.loads(capsys.readouterr().out)["seed"]
    hand_in("b")
    lines(folder, "--out", "other")
    assert run(["report", "other", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["seed"] == first


@pytest.mark.usefixtures("faked")
def test_what_the_grader_failed_on_is_told_and_tried_again(lines) -> None:  # type: ignore[no-untyped-def]
    folder = str(hand_in("a", "raise"))
    assert lines(folder, "--out", "run", status=3) == ["a", "raise"]
    assert lines(folder, "--out", "run", status=3) == ["raise"]


@pytest.mark.usefixtures("faked")
def test_a_gradebook_goes_to_stdout_and_the_rest_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    folder = hand_in("a", "wrong-b")
    (folder / "README.md").write_text("")
    os.mkfifo(folder / "pipe")
    assert run(["grade", str(folder), "--out", "run", "--jobs", "1"]) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines()[0].startswith("submission")
    assert "3 submissions: accepted 1, wrong answer 1, refused 1" in shown.out
    assert "Passed over, for they are no submissions: README.md" in shown.err
    assert "zachetka report run --student NAME" in shown.err


def test_an_interruption_keeps_what_is_done() -> None:
    folder = hand_in("a", "b", "hang-c", "hang-d")
    with start("grade", str(folder), "--out", "run", "--jobs", "1", command=FAKED, start_new_session=True) as process:
        assert process.stderr is not None
        assert [process.stderr.readline()[:3] for _ in range(2)] == ["[1/", "[2/"]
        time.sleep(0.3)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == ""
    assert err == "Interrupted: 2 of 4 are graded and kept in run. The same command goes on from there.\n"
    code, out, err = outcome("report", "run", "--format", "csv")
    assert code == 0
    assert [line.split(",")[0] for line in out.splitlines()] == ['"submission"', '"a"', '"b"']
    assert "2 submissions are not graded yet" in err


def test_two_runs_into_one_folder() -> None:
    folder = hand_in("hang-a")
    with start("grade", str(folder), "--out", "run", command=FAKED, start_new_session=True) as process:
        while not Path("run", "run.sqlite3").exists():
            time.sleep(0.05)
        code, _, err = outcome("grade", str(folder), "--out", "run", command=FAKED)
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=30)
    assert code == 2
    assert f"another run is writing to run (process {process.pid})" in err


@pytest.fixture
def graded_run() -> str:
    reports = [SubmissionReport(name, "", Verdict.PARTIAL, 1.5, 2.0) for name in ("ivanova", "petrov")]
    with writing(Path("run")) as store:
        store.begin(7, None, [report.submission for report in reports])
        for report in reports:
            store.keep(report, "")
    return "run"


def test_reports_of_one_student(graded_run: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", graded_run, "--student", "petrov"]) == 0
    assert capsys.readouterr().out.startswith("petrov: partly right")
    assert run(["report", graded_run, "--student", "petrow"]) == 2
    assert "Did you mean petrov?" in capsys.readouterr().err


def test_reports_into_a_file(graded_run: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "ru", "report", graded_run, "--out", "report.txt"]) == 0
    assert capsys.readouterr().out == ""
    assert "ivanova  1,5 / 2  верно отчасти" in Path("report.txt").read_text(encoding="utf-8")
    assert run(["report", graded_run, "--out", "no/such/folder.txt"]) == 2
    assert "Choose another --out" in capsys.readouterr().err
    assert run(["report", graded_run, "--format", "csv", "--out", "/dev/full"]) == 3
    assert "disk is full" in capsys.readouterr().err


def terminal(*args: str, **environment: str) -> str:
    """What a command prints on a terminal."""
    ours, theirs = pty.openpty()
    with start(*args, stdout=theirs, env={**os.environ, "TERM": "xterm", **environment}) as process:
        process.communicate()
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    return shown


def test_colour_is_for_terminals_that_want_it(graded_run: str) -> None:
    assert "\x1b[" in terminal("report", graded_run)
    assert "\x1b[" not in terminal("report", graded_run, NO_COLOR="1")
    assert "\x1b[" not in outcome("report", graded_run)[1]


def test_a_bar_on_a_terminal() -> None:
    folder = hand_in("a", "b")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    with start("grade", str(folder), "--out", "run", command=FAKED, stderr=theirs, env=environment) as process:
        process.communicate()
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "2/2" in shown
    assert "[1/2]" not in shown


# ---------------------------------------------------------------- list, start


def test_list_names_every_exercise(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "ru", "list", "--topic", "tfidf"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("tfidf: ")
    assert "cosine-similarity" in shown
    assert "bag-of-words " not in shown


def test_start_writes_files_and_never_over_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["start", "tfidf", "smooth-idf", "--dir", "hw"]) == 0
    text = Path("hw", "smooth_idf.py").read_text(encoding="utf-8")
    assert "def smooth_idf(counts" in text
    compile(text, "smooth_idf.py", "exec")
    capsys.readouterr()
    Path("hw", "smooth_idf.py").write_text("mine")
    Path("hw", "tfidf.py").unlink()
    assert run(["start", "tfidf", "smooth-idf", "--dir", "hw"]) == 2
    assert "hw/smooth_idf.py: the file is there already" in capsys.readouterr().err
    assert Path("hw", "smooth_idf.py").read_text() == "mine"
    assert not Path("hw", "tfidf.py").exists()


def test_the_fake_is_like_the_real_one() -> None:
    """What these tests stand on: `check` and `grade` use no more of the grader than the stand-in has."""
    from grader.grading import Grader

    assert {name for name in vars(fake_grader.Fake) if not name.startswith("_")} <= set(dir(Grader))
    assert isinstance(Report(0, {}, ()), Report)
