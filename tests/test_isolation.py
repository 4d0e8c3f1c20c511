"""The cage from inside: attacks by name, each of which must fail, and facts that the kernel tells from outside."""

from __future__ import annotations

import errno
import os
import platform
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from caged import PROJECT, answered, called, ended, working

from grader import attacks, canary, doctor, launch
from grader.boot import Job
from grader.calls import Limits, Raised, Returned
from grader.forkserver import ForkServer
from grader.isolation import landlock, mounts, seccomp, trees
from grader.isolation.plan import Plan
from grader.model import Verdict, ZachetkaError
from grader.remote import Worker
from grader.sandbox import Sandbox

X86 = platform.machine() == "x86_64"


@pytest.fixture(scope="module")
def neighbour() -> Iterator[Path]:
    """A folder with another student's work in it, open to everybody."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        (Path(name) / "petrov.py").write_text("secret = 1")
        yield Path(name)


@pytest.fixture(scope="module")
def sandbox(neighbour: Path) -> Iterator[Sandbox]:
    with Sandbox("strict", hidden=[PROJECT, neighbour]) as made:
        yield made


def refused(sandbox: Sandbox, body: str, *kinds: str) -> None:
    """Nothing; the code of `f`, an attack, raised an OSError."""
    answer = answered(sandbox, "import os, socket, ctypes, sys\ndef f(x):\n    " + body.replace("\n", "\n    "))
    assert isinstance(answer, Raised), answer
    assert set(answer.kinds) & {"OSError", *kinds}, answer


@pytest.mark.parametrize(
    "body",
    [
        "open('/etc/shadow').read()",
        "open('/etc/passwd').read()",
        "open('/proc/self/maps').read()",
        "open('/dev/sda').read()",
        "os.listdir('/')",
        "os.listdir('/proc')",
        "os.listdir('/tmp')",
        "os.listdir('/root')",
        "os.listdir('/home')",
        "os.listdir('/sys/fs/cgroup')",
        "os.listdir('/dev')",
        "os.stat('/home')",
    ],
)
def test_files_are_closed(sandbox: Sandbox, body: str) -> None:
    refused(sandbox, body)


def test_the_course_and_other_students_are_not_there(sandbox: Sandbox, neighbour: Path) -> None:
    for path in (PROJECT / "grader" / "judge.py", PROJECT / "solutions", neighbour, neighbour / "petrov.py"):
        refused(sandbox, f"os.stat({str(path)!r})\nos.listdir({str(path)!r})")
    refused(sandbox, "import grader.judge", "ImportError")


@pytest.mark.parametrize(
    "body",
    [
        "open('/tmp/x', 'w')",
        "open('/x', 'w')",
        "open('/dev/shm/x', 'w')",
        "open(os.__file__, 'a')",
        "os.mkdir('/tmp/x')",
        "os.symlink('/etc', '/x')",
        "os.link(os.__file__, '/x')",
        "os.unlink(os.__file__)",
        "os.rename(os.__file__, '/x')",
        "os.chmod(os.__file__, 0o777)",
        "os.chmod('/', 0o777)",
        "os.chown(os.__file__, 0, 0)",
        "os.utime(os.__file__)",
        "os.truncate(os.__file__, 0)",
        "os.mkfifo('/x')",
        "os.memfd_create('x')",
        "import tempfile; tempfile.TemporaryFile()",
        "os.chdir('/usr')",
        "os.chroot('/')",
    ],
)
def test_nothing_can_be_changed(sandbox: Sandbox, body: str) -> None:
    refused(sandbox, body)


@pytest.mark.parametrize(
    "body",
    [
        "os.fork()",
        "os.execv(sys.executable, ['python'])",
        "import subprocess; subprocess.run([sys.executable])",
        "os.posix_spawn('/bin/sh', ['sh'], {})",
        "import multiprocessing; multiprocessing.get_context('fork').Process(target=print).start()",
        "os.kill(os.getppid(), 9)",
        "os.kill(1, 9)",
        "os.kill(-1, 9)",
        "os.killpg(0, 9)",
        "os.kill(os.getpid(), 19)",
        "os.setuid(0)",
        "os.setresuid(0, 0, 0)",
        "os.setgid(0)",
        "os.setsid()",
        "os.nice(-5)",
        "os.sched_setaffinity(0, {0})",
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (-1, -1))",
        "import resource; resource.prlimit(os.getppid(), resource.RLIMIT_CPU, (1, 1))",
    ],
)
def test_no_process_but_its_own(sandbox: Sandbox, body: str) -> None:
    refused(sandbox, body, "ValueError")


@pytest.mark.parametrize(
    "body",
    [
        "socket.socket()",
        "socket.socket(socket.AF_UNIX)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
        "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
        "socket.socketpair()",
        "socket.socket(fileno=os.dup(3)).connect('/dev/log')",
        "socket.socket(fileno=os.dup(3)).sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, b'\\1\\0\\0\\0')])",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1')",
    ],
)
def test_no_network(sandbox: Sandbox, body: str) -> None:
    refused(sandbox, body)


# Numbers of x86-64; on other machines these are other calls, and the list of what is allowed is the same.
FORBIDDEN = {
    "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "keyctl": 250, "add_key": 248, "bpf": 321,
    "io_uring_setup": 425, "unshare": 272, "setns": 308, "mount": 165, "umount2": 166, "pivot_root": 155,
    "reboot": 169, "userfaultfd": 323, "perf_event_open": 298, "kexec_load": 246, "init_module": 175,
    "seccomp": 317, "shmget": 29, "msgget": 68, "semget": 64, "mq_open": 240, "inotify_init1": 294,
    "fanotify_init": 300, "open_by_handle_at": 304, "name_to_handle_at": 303, "pidfd_open": 434, "pidfd_getfd": 438,
    "tgkill": 234, "tkill": 200, "rt_sigqueueinfo": 129, "personality": 135, "sethostname": 170, "syslog": 103,
    "swapon": 167, "acct": 163, "iopl": 172, "vmsplice": 278, "capset": 126, "mlockall": 151, "memfd_secret": 447,
    "landlock_restrict_self": 446, "open_tree": 428, "fsopen": 430, "vfork": 58, "execveat": 322,
    "epoll_create1": 291, "eventfd2": 290, "pipe2": 293, "timer_create": 222, "quotactl": 179,
}  # fmt: skip


@pytest.mark.parametrize("name", FORBIDDEN if X86 else [])
def test_forbidden_system_calls(sandbox: Sandbox, name: str) -> None:
    code = f"""
        import ctypes
        libc = ctypes.CDLL(None, use_errno=True)
        def f(x):
            ctypes.set_errno(0)
            return [libc.syscall({FORBIDDEN[name]}, 0, 0, 0, 0, 0), ctypes.get_errno()]
    """
    assert answered(sandbox, code) == Returned([-1, errno.EPERM])


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("435, 0, 0", errno.ENOSYS),  # clone3
        ("56, 17, 0, 0, 0, 0", errno.EPERM),  # clone: a process
        ("56, 0x10000011, 0, 0, 0, 0", errno.EPERM),  # clone: a user namespace
        ("157, 4, 1, 0, 0, 0", errno.EPERM),  # prctl: PR_SET_DUMPABLE
        ("157, 22, 0, 0, 0, 0", errno.EPERM),  # prctl: PR_SET_SECCOMP
        ("16, 3, 0x5412, 0", errno.EPERM),  # ioctl: TIOCSTI
        ("72, 3, 8, 1", errno.EPERM),  # fcntl: F_SETOWN
    ],
)
def test_calls_are_allowed_for_some_arguments_only(sandbox: Sandbox, call: str, error: int) -> None:
    code = f"""
        import ctypes
        libc = ctypes.CDLL(None, use_errno=True)
        def f(x):
            return [libc.syscall({call}), ctypes.get_errno()]
    """
    if X86:
        assert answered(sandbox, code) == Returned([-1, error])


def test_another_architecture_is_killed(sandbox: Sandbox) -> None:
    code = "import ctypes\ndef f(x): return ctypes.CDLL(None).syscall(0x40000000 + 39)"
    if X86:
        assert ended(sandbox, code)[:2] == (Verdict.CRASHED, "it was killed by signal 31 (SIGSYS)")


def test_what_the_kernel_says_from_outside(sandbox: Sandbox) -> None:
    with working(sandbox, "def f(x): return x") as worker:
        facts = dict(line.split(":", 1) for line in Path(f"/proc/{worker.pid}/status").read_text().splitlines())
        assert "0" not in facts["Uid"].split() + facts["Gid"].split()
        assert facts["Groups"].split() in ([], facts["Gid"].split()[:1])
        assert {int(facts[name], 16) for name in ("CapEff", "CapPrm", "CapInh", "CapAmb")} == {0}
        assert (facts["NoNewPrivs"].strip(), facts["Seccomp"].strip(), facts["Threads"].strip()) == ("1", "2", "1")
        assert os.stat(f"/proc/{worker.pid}/maps").st_uid == 0  # undumpable: its own user may not trace it
        for space in ("mnt", "pid", "net", "ipc", "uts") if os.getuid() == 0 else ():
            assert os.readlink(f"/proc/{worker.pid}/ns/{space}") != os.readlink(f"/proc/self/ns/{space}")


def test_no_secret_is_inherited(sandbox: Sandbox, neighbour: Path) -> None:
    code = """
        import gc, os, sys
        def f(marks):
            gc.unfreeze()
            seen, found, waiting = set(), [], [gc.get_objects(), sys._getframe(), dict(os.environ), sys.argv]
            while waiting:
                thing = waiting.pop()
                if id(thing) in seen or thing is marks:
                    continue
                seen.add(id(thing))
                if isinstance(thing, str) and any(mark in thing for mark in marks):
                    found.append(thing[:100])
                waiting += gc.get_referents(thing)
            return [len(seen) > 10_000, found]
    """
    with working(sandbox, code) as worker:
        (answer,) = called(worker, [str(neighbour), "s3cret"], limits=Limits(20.0, 60.0, 512, 1 << 20)).answers
    assert isinstance(answer, Returned), answer
    large, found = answer.value  # type: ignore[misc]
    assert large
    assert not found


def test_the_environment_and_descriptors_are_bare(sandbox: Sandbox) -> None:
    os.environ["ZACHETKA_TEST_SECRET"] = "s3cret"
    code = """
        import os
        def f(x):
            numbers = []
            for number in range(1024):
                try:
                    numbers.append((number, os.fstat(number).st_mode >> 12))
                except OSError:
                    pass
            return [sorted(os.environ), numbers]
    """
    device, channel = stat.S_IFCHR >> 12, stat.S_IFSOCK >> 12
    answer = answered(sandbox, code)
    assert isinstance(answer, Returned)
    assert answer.value == [
        ["LANG", "MALLOC_ARENA_MAX", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "PYTHONHASHSEED"],
        [(0, device), (1, device), (2, device), (3, channel)],
    ]


EXHAUSTING = {
    "threads": "import threading as t, time\ndef f(x):\n    while True: t.Thread(target=time.sleep, args=(9,)).start()",
    "bytes": "def f(x):\n    kept = []\n    while True: kept.append(bytearray(1 << 20))",
    "list": "def f(x): return (1 << 40) * [0]",
    "recursion": "import sys\nsys.setrecursionlimit(10 ** 9)\ndef f(x): return f(x)",
    "array": "import numpy as np\ndef f(x): return np.zeros((1 << 32, 1 << 20))",
}


@pytest.mark.parametrize("what", EXHAUSTING)
def test_exhaustion_ends_in_the_worker(sandbox: Sandbox, what: str) -> None:
    with working(sandbox, EXHAUSTING[what]) as worker:
        answers = called(worker, 1, limits=Limits(2.0, 20.0, 128, 1 << 20))
    if answers.ending is not None:
        assert answers.ending.verdict in (Verdict.CRASHED, Verdict.TIME_LIMIT, Verdict.MEMORY_LIMIT)
    else:
        assert isinstance(answers.answers[0], Raised)
        assert set(answers.answers[0].kinds) & {"MemoryError", "RuntimeError", "RecursionError", "ValueError"}
    assert answered(sandbox, "def f(x): return x", 1) == Returned(1)


# ---------------------------------------------------------------- refusals


def test_layers_are_reported(sandbox: Sandbox) -> None:
    assert {sandbox.layers[name].split(":")[0] for name in launch.REQUIRED} == {"on"}
    assert set(sandbox.layers) == set(launch.LAYERS)
    with Sandbox("process") as plain:
        assert plain.layers["seccomp"] == "off: process isolation was asked for"
        assert plain.layers["rlimits"] == "on"


def test_the_report_of_layers_repeats(sandbox: Sandbox) -> None:
    with Sandbox("strict") as again:
        assert again.layers == sandbox.layers


def test_without_seccomp_it_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> bytes:
        raise RuntimeError("Unable to find libseccomp")

    monkeypatch.setattr(seccomp, "compiled", missing)
    with pytest.raises(ZachetkaError, match=r"seccomp \(Unable to find libseccomp\): install libseccomp") as refusal:
        Sandbox("strict").__enter__()
    assert refusal.value.status == 3
    health = doctor.examine()
    assert health.refused is not None
    (layer,) = (layer for layer in health.layers if layer.name == "seccomp")
    assert (layer.on, layer.required) == (False, True)
    assert layer.remedy is not None


def test_on_another_system_it_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(ZachetkaError, match="needs Linux on x86-64 or aarch64, this is darwin") as refusal:
        Sandbox("strict").__enter__()
    assert refusal.value.status == 3
    health = doctor.examine()
    assert health.refused == refusal.value.problem
    assert {layer.name: layer.on for layer in health.layers}["seccomp"] is False


def test_without_closed_files_it_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "plans", lambda: iter([]))
    with pytest.raises(ZachetkaError, match="files closed by a mount namespace or landlock") as refusal:
        Sandbox("strict").__enter__()
    assert refusal.value.status == 3


def _server(plan: Plan, code: bytes, readable: Sequence[str] = ()) -> ForkServer:
    path = trees.search_path()
    hidden = trees.concealed([launch.PACKAGE, PROJECT])
    return ForkServer(Job(plan, path, [*trees.readable(path), *readable], hidden, code, False))


@pytest.mark.parametrize(
    ("weak", "through"),
    [
        ("no filter", ["forks", "no seccomp filter is loaded"]),
        ("no layers", ["reads", "lists /", "forks", "executes", "no_new_privs is not set"]),
        ("open folder", ["reads /etc/passwd"]),
    ],
)
def test_the_canary_tells_a_broken_cage(weak: str, through: Sequence[str]) -> None:
    best = next(launch.plans())
    match weak:
        case "no filter":
            server = _server(best, b"")
        case "no layers":
            server = _server(Plan("process", None), b"")
        case _:
            server = _server(best, seccomp.compiled(), ["/etc"])
    try:
        said = canary.attack(Worker(server.child()), [])
    finally:
        server.close()
    for one in through:
        assert any(what.startswith(one) for what in said), said


def test_a_broken_cage_is_refused() -> None:
    plan = next(launch.plans())
    with pytest.raises(ZachetkaError, match="the canary got through") as refusal:
        launch.proved(_server(plan, b""), plan, [])
    assert refusal.value.status == 3


def test_every_attack_of_the_canary_is_tried() -> None:
    tried = {name for name, _ in canary.attacks("", 0, ["."])} | set(canary.HONEST)
    public = {name for name, what in vars(attacks).items() if callable(what) and not name.startswith("_")}
    assert tried == public


def test_the_other_roads_hold_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """User namespaces and landlock alone: for root only where others may enter the folders of the interpreter."""
    best, *others = launch.plans()
    path = trees.search_path()
    for plan in [best, *others]:
        monkeypatch.setattr(launch, "plans", lambda plan=plan: iter([plan]))
        if plan.uid is not None and plan.road != "root" and trees.closed_to_others(trees.readable(path)):
            with pytest.raises(ZachetkaError, match="only root may enter"):
                Sandbox("strict").__enter__()
            continue
        with Sandbox("strict", hidden=[PROJECT]) as sandbox:
            assert answered(sandbox, "import wave\ndef f(x): return x", 3) == Returned(3)
            refused(sandbox, "os.listdir('/')")
            refused(sandbox, f"open({str(PROJECT / 'pyproject.toml')!r})")


# ---------------------------------------------------------------- what is readable


def test_what_is_hidden_inside_a_library_folder_is_empty(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A wheel puts the course beside numpy."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        Path(name).chmod(0o755)
        library, course = Path(name, "library"), Path(name, "library", "grader")
        (course / "_course").mkdir(parents=True)
        (course / "_course" / "solution.py").write_text("secret = 1")
        (library / "helper.py").write_text("known = 1")
        for road in ("mounts", "landlock"):
            script = PROBE.format(road=road, library=str(library), course=str(course))
            done = subprocess.run(
                [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=False
            )
            assert done.stdout.split() == ["helper", "closed"], done


PROBE = """
import os
from grader.isolation import landlock, libc, mounts, namespaces, privileges
trees, hidden = ["{library}"], ["{course}"]
if "{road}" == "mounts":
    namespaces.enter(user=os.getuid() != 0)
    if os.fork():
        os.wait()
        os._exit(0)
    mounts.enclose(trees, hidden)
    privileges.drop_capabilities()
else:
    privileges.no_new_privileges()
    landlock.restrict(landlock.ruleset(trees, hidden))
for path in ("helper.py", "grader/_course/solution.py"):
    try:
        print(open(os.path.join("{library}", path)).read() and "helper", flush=True)
    except OSError:
        print("closed", flush=True)
"""


def test_rules_open_all_but_what_is_hidden(tmp_path: Path) -> None:
    for name in ("a/x", "a/grader/y", "b"):
        (tmp_path / name).mkdir(parents=True)
    opened = dict(landlock.readable(str(tmp_path), [str(tmp_path / "a" / "grader")]))
    assert opened == {
        str(tmp_path): landlock.READ_DIR,
        str(tmp_path / "a"): landlock.READ_DIR,
        str(tmp_path / "a" / "x"): landlock.READ_FILE | landlock.READ_DIR,
        str(tmp_path / "b"): landlock.READ_FILE | landlock.READ_DIR,
    }


def test_paths_inside_others() -> None:
    assert mounts.within("/a/b", "/a")
    assert mounts.within("/a", "/a")
    assert mounts.within("/a", "/")
    assert not mounts.within("/ab", "/a")


def test_the_search_path_has_the_libraries_and_not_the_project() -> None:
    path = trees.search_path()
    assert str(PROJECT) not in path
    assert any(Path(entry, "numpy").is_dir() for entry in path)
    assert any(Path(entry, "decimal.py").exists() for entry in path)


def test_the_filter_is_small_and_compiled_once() -> None:
    assert seccomp.compiled() is seccomp.compiled()
    assert len(seccomp.compiled()) % 8 == 0
    assert len(seccomp.compiled()) < 4096
