"""The sandbox from the checker's side: answers, endings, clocks and caps, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from caged import LIMITS, LOADING, PROJECT, answered, called, ended, working

from grader import launch
from grader.calls import Ending, Limits, Loaded, Raised, Returned
from grader.model import Source, Verdict, ZachetkaError
from grader.sandbox import Sandbox
from grader.spawner import Spawner
from grader.wire import encode


@pytest.fixture(scope="module", params=["strict", "process"])
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    with Sandbox(request.param, hidden=[PROJECT]) as made:
        yield made


def test_answers_come_in_order(sandbox: Sandbox) -> None:
    with working(sandbox, "def f(x): return x * 2") as worker:
        answers = called(worker, 1, "а", [2.5])
        assert answers.answers == (Returned(2), Returned("аа"), Returned([2.5, 2.5]))
        assert answers.ending is None
        assert 0 < answers.cpu_seconds < LIMITS.cpu_seconds


def test_arrays_keep_shape_and_type(sandbox: Sandbox) -> None:
    answer = answered(sandbox, "def f(x): return x.T", np.arange(6, dtype=np.int32).reshape(2, 3))
    assert isinstance(answer, Returned)
    assert isinstance(answer.value, np.ndarray)
    assert (answer.value.shape, answer.value.dtype) == ((3, 2), np.int32)


def test_a_thousand_calls_are_one_batch(sandbox: Sandbox) -> None:
    with working(sandbox, "def f(x): return x + 1") as worker:
        assert [answer.value for answer in called(worker, *range(1000)).answers] == list(range(1, 1001))  # type: ignore[union-attr]


def test_large_arguments_and_answers_do_not_block_each_other(sandbox: Sandbox) -> None:
    large = np.zeros(60_000)
    with working(sandbox, "def f(x): return x") as worker:
        answers = called(worker, *[large] * 30, limits=Limits(5.0, 20.0, 256, 1 << 20))
        assert (len(answers.answers), answers.ending) == (30, None)


def test_an_exception_is_an_answer(sandbox: Sandbox) -> None:
    answer = answered(sandbox, "def f(x): return {}[x]", "key")
    assert isinstance(answer, Raised)
    assert answer.kinds[:3] == ("KeyError", "LookupError", "Exception")


def test_every_worker_is_fresh(sandbox: Sandbox) -> None:
    code = "import sys\ndef f(x):\n    seen = hasattr(sys, 'seen')\n    sys.seen = True\n    return seen"
    assert [answered(sandbox, code) for _ in range(3)] == [Returned(False)] * 3


def test_chance_and_the_order_of_sets_repeat(sandbox: Sandbox) -> None:
    code = """
        import random
        import numpy as np
        def f(x):
            return [list({"кот", "пёс", "мышь", "лев"}), random.random(), float(np.random.rand())]
    """
    with Sandbox("process") as other:
        assert answered(sandbox, code) == answered(other, code)


@pytest.mark.parametrize(
    "code",
    [
        "def f(x):\n    while True: pass",
        "def f(x): return sum(range(10 ** 15))",
        "import signal\ndef f(x):\n    signal.signal(signal.SIGXCPU, signal.SIG_IGN)\n    while True: pass",
        "def f(x):\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass",
    ],
    ids=["python", "C", "SIGXCPU ignored", "everything caught"],
)
def test_the_processor_clock_ends_loops(sandbox: Sandbox, code: str) -> None:
    began = time.monotonic()
    verdict, why, _ = ended(sandbox, code, limits=Limits(0.2, 20.0, 256, 1 << 20))
    assert (verdict, why) == (Verdict.TIME_LIMIT, "it took more than 0.2 s of processor time")
    assert time.monotonic() - began < 10


def test_threads_count(sandbox: Sandbox) -> None:
    code = """
        import threading, time
        def burn():
            while True: pass
        def f(x):
            threading.Thread(target=burn, daemon=True).start()
            time.sleep(60)
    """
    _, why, _ = ended(sandbox, code, limits=Limits(0.2, 20.0, 256, 1 << 20))
    assert "processor time" in why


@pytest.mark.parametrize(
    "code", ["import time\ndef f(x): time.sleep(60)", "import threading\ndef f(x): threading.Event().wait()"]
)
def test_the_wall_clock_ends_sleep(sandbox: Sandbox, code: str) -> None:
    verdict, why, _ = ended(sandbox, code, limits=Limits(0.5, 0.3, 256, 1 << 20))
    assert (verdict, why) == (Verdict.TIME_LIMIT, "it did not answer within 0.3 s")


def test_a_worker_that_does_not_read_cannot_block_the_checker(sandbox: Sandbox) -> None:
    large = np.zeros(1_000_000)
    code = "import time\ndef f(x): time.sleep(60)"
    verdict, _, _ = ended(sandbox, code, *[large] * 8, limits=Limits(2.0, 1.0, 256, 1 << 20))
    assert verdict == Verdict.TIME_LIMIT


def test_what_was_answered_before_the_end_counts(sandbox: Sandbox) -> None:
    code = "import os\ndef f(x):\n    if x == 3: os._exit(7)\n    return x"
    assert ended(sandbox, code, 1, 2, 3, 4) == (Verdict.CRASHED, "it ended by itself with status 7", 2)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import os\ndef f(x): os._exit(0)", "it ended by itself with status 0"),
        ("import ctypes\ndef f(x): ctypes.string_at(0)", "it was killed by signal 11 (SIGSEGV)"),
        ("import os\ndef f(x):\n    os.closerange(3, 64)\n    while True: pass", "it closed the channel to the grader"),
    ],
    ids=["exit", "segfault", "closed"],
)
def test_a_worker_that_ends_has_crashed(sandbox: Sandbox, code: str, why: str) -> None:
    assert ended(sandbox, code) == (Verdict.CRASHED, why, 0)


@pytest.mark.parametrize(
    ("code", "verdict", "why"),
    [
        ("def f(x): os.write(3, b'\\x01\\0\\0\\0?')", Verdict.CRASHED, "it sent bytes that are no answer"),
        ("def f(x): os.write(3, b'\\0\\0\\0\\0')", Verdict.CRASHED, "it sent bytes that are no answer"),
        ("def f(x): os.write(3, b'\\xff\\xff\\xff\\xff')", Verdict.OUTPUT_LIMIT, "an answer of 4294967295 bytes"),
        ("def f(x): return 'x' * (2 << 20)", Verdict.OUTPUT_LIMIT, "bytes is larger than the 1048576 allowed"),
        ("def f(x):\n    while True: os.write(3, b'\\1\\0\\0\\0N' * 1000)", Verdict.CRASHED, "it sent bytes"),
    ],
    ids=["garbage", "empty", "huge header", "large", "flood"],
)
def test_bytes_that_are_no_answer_end_it(sandbox: Sandbox, code: str, verdict: Verdict, why: str) -> None:
    got, said, answers = ended(sandbox, f"import os\n{code}")
    assert (got, answers) == (verdict, 0)
    assert why in said


def test_forged_answers_beyond_those_asked_for_void_all(sandbox: Sandbox) -> None:
    forged = encode(("returned", 1, False))
    code = f"import os\ndef f(x):\n    os.write(3, {len(forged).to_bytes(4, 'little') + forged!r} * 5)\n    return 1"
    assert ended(sandbox, code, 1, 2) == (Verdict.CRASHED, "it spoke out of turn", 0)


def test_speaking_between_requests_is_noticed(sandbox: Sandbox) -> None:
    code = """
        import os, threading, time
        def late():
            time.sleep(0.2)
            os.write(3, b"x")
        def f(x):
            threading.Thread(target=late).start()
            return x
    """
    with working(sandbox, code) as worker:
        assert called(worker, 1).answers == (Returned(1),)
        time.sleep(0.5)
        answers = called(worker, 1)
        assert answers.answers == ()
        assert isinstance(answers.ending, Ending)
        assert answers.ending.why.id == "it spoke out of turn"


def test_many_large_answers_are_too_much_together(sandbox: Sandbox) -> None:
    verdict, why, _ = ended(sandbox, "def f(x): return 'x' * 1_000_000", *range(40), limits=Limits(9, 30, 256, 1 << 20))
    assert (verdict, why) == (Verdict.OUTPUT_LIMIT, "the answers together are too large")


def test_memory_is_limited_for_each_request(sandbox: Sandbox) -> None:
    with working(sandbox, "def f(x): return len(bytearray(x << 20))") as worker:
        answers = [
            called(worker, mb, limits=Limits(2, 9, most, 1 << 20)).answers[0] for mb, most in [(100, 50), (100, 200)]
        ]
        assert isinstance(answers[0], Raised)
        assert answers[0].kinds[0] == "MemoryError"
        assert answers[1] == Returned(100 << 20)


def test_loading_has_limits_too(sandbox: Sandbox) -> None:
    worker = sandbox.worker()
    ending = worker.load([Source("hw.py", b"while True: pass")], ["f"], Limits(0.2, 9.0, 256, 1 << 20))
    assert isinstance(ending, Ending)
    assert ending.verdict == Verdict.TIME_LIMIT


def test_printing_goes_nowhere(sandbox: Sandbox) -> None:
    code = """
        import os, sys
        def f(x):
            print("x" * 100_000, file=sys.stderr)
            print("x" * 100_000)
            os.write(1, b"x" * 100_000)
            os.system("echo x")
            return x
    """
    assert answered(sandbox, code, 5) == Returned(5)


def test_modules_not_imported_before_can_be(sandbox: Sandbox) -> None:
    code = """
        import colorsys, csv, decimal, sqlite3, wave, zoneinfo
        import numpy.ma, numpy.polynomial, numpy.random
        from concurrent.futures import ThreadPoolExecutor
        def f(x):
            with ThreadPoolExecutor(2) as pool:
                return ["ж".encode("cp866").decode("cp866"), *pool.map(str, range(3))]
    """
    assert answered(sandbox, code) == Returned(["ж", "0", "1", "2"])


def test_torch_is_imported_and_trains(sandbox: Sandbox) -> None:
    code = """
        import torch
        def f(x):
            torch.manual_seed(0)
            layer = torch.nn.LSTM(3, 4, batch_first=True).double()
            optimizer = torch.optim.Adam(layer.parameters())
            for _ in range(3):
                optimizer.zero_grad()
                layer(torch.from_numpy(x))[0].square().sum().backward()
                optimizer.step()
            return torch.linalg.svd(layer.weight_hh_l0).S.detach().numpy()
    """
    with working(sandbox, code, torch=True) as worker:
        (answer,) = called(worker, np.ones((2, 3, 3)), limits=Limits(10, 30, 512, 1 << 20)).answers
    assert isinstance(answer, Returned), answer
    assert isinstance(answer.value, np.ndarray)
    began = time.monotonic()
    with working(sandbox, code, torch=True):
        assert time.monotonic() - began < 1.0


def test_torch_can_be_imported_by_a_worker_that_has_none(sandbox: Sandbox) -> None:
    code = "import torch\ndef f(x): return float(torch.ones(3).sum())"
    with Sandbox("strict") as fresh:
        worker = fresh.worker()
        loaded = worker.load([Source("hw.py", code.encode())], ["f"], Limits(20, 60, 4096, 1 << 20))
        assert isinstance(loaded, Loaded), loaded
        assert called(worker, 1, limits=Limits(5, 20, 512, 1 << 20)).answers == (Returned(3.0),)


def test_many_workers_leave_nothing_behind() -> None:
    before = len(os.listdir("/proc/self/fd"))
    with Sandbox("strict") as sandbox:
        inside = None
        for n in range(40):
            with working(sandbox, "def f(x): return x") as worker:
                assert called(worker, n).answers == (Returned(n),)
            if n == 10:
                inside = len(os.listdir("/proc/self/fd"))
        assert inside is not None
        assert abs(len(os.listdir("/proc/self/fd")) - inside) <= 4
    assert len(os.listdir("/proc/self/fd")) == before


CHECKER = """
import sys, time
from caged import LOADING, working
from grader.calls import Limits
from grader.sandbox import Sandbox
from grader.wire import encode
with Sandbox(sys.argv[1]) as sandbox, working(sandbox, "def f(x):\\n    while True: pass") as worker:
    print(worker.pid, flush=True)
    worker.call("f", [encode(((1,), {}))], Limits(100.0, 100.0, 256, 1 << 20))
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("isolation", ["strict", "process"])
def test_the_end_of_the_checker_ends_all(isolation: str, how: signal.Signals, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(PROJECT), str(PROJECT / "tests")])}
    script = [sys.executable, "-c", CHECKER, isolation]
    with subprocess.Popen(script, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as checker:
        assert checker.stdout is not None
        pid = int(checker.stdout.readline())
        time.sleep(0.1)
        assert Path(f"/proc/{pid}").exists()
        checker.send_signal(how)
        assert checker.wait(10) != 0
    deadline = time.monotonic() + 10
    while Path(f"/proc/{pid}").exists():
        assert time.monotonic() < deadline, "the worker lives on"
        time.sleep(0.02)


THREADS = """
import threading
threading.stack_size(1 << 15)
def f(most):
    try:
        for number in range(most):
            threading.Thread(target=threading.Event().wait, daemon=True).start()
    except RuntimeError:
        pass
    return threading.active_count()
"""
CROWD = f"""
import sys
from caged import called, working
from grader.sandbox import Sandbox
with Sandbox("strict") as sandbox, working(sandbox, {THREADS!r}) as worker:
    print(called(worker, 600).answers[0].value, flush=True)
    sys.stdin.read()
"""


def test_the_threads_of_one_grader_leave_room_for_those_of_another() -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(PROJECT), str(PROJECT / "tests")])}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", CROWD], env=environment, **pipes) as other, Sandbox() as sandbox:
        assert other.stdout is not None
        assert other.stdin is not None
        assert 400 < int(other.stdout.readline()) < 600
        assert answered(sandbox, THREADS, 3) == Returned(4)
        other.stdin.close()


def test_plain_processes_serve_where_there_is_no_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "process", lambda torch: launch.plain(Spawner(launch.ENVIRONMENT)))
    with Sandbox("process") as sandbox:
        assert sandbox.layers["cpu clock"] == "off: process isolation was asked for"
        assert answered(sandbox, "def f(x): return x * 2", "ы") == Returned("ыы")
        assert ended(sandbox, "import os\ndef f(x): os._exit(3)")[1] == "it ended by itself with status 3"
        assert ended(sandbox, "def f(x):\n    while True: pass")[0] == Verdict.TIME_LIMIT
        large = np.zeros(100_000)
        with working(sandbox, "def f(x): return x") as worker:
            assert len(called(worker, *[large] * 5, limits=LOADING).answers) == 5


def test_a_killed_zygote_is_replaced() -> None:
    with Sandbox("strict") as sandbox:
        with working(sandbox, "def f(x): return x") as worker:
            inner = int(Path(f"/proc/{worker.pid}/stat").read_text().split(") ")[1].split()[1])
            os.kill(inner, signal.SIGKILL)
            answers = called(worker, 1)
            assert answers.ending is not None
            assert answers.ending.verdict == Verdict.MEMORY_LIMIT
        assert answered(sandbox, "def f(x): return x", 2) == Returned(2)


def test_an_interrupt_between_order_and_answer_leaves_no_wrong_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with Sandbox("strict") as sandbox:
        worker = sandbox.worker()
        with monkeypatch.context() as patch:
            patch.setattr("socket.recv_fds", interrupted)
            with pytest.raises(KeyboardInterrupt):
                sandbox.worker()
        worker.close()
        assert answered(sandbox, "def f(x): return x", 2) == Returned(2)


def test_an_unknown_isolation_is_refused() -> None:
    with pytest.raises(ZachetkaError, match="isolation=none is neither strict nor process"):
        Sandbox("none")
