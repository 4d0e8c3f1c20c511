"""What grading a submission costs, as ratios within one run.

    python tests/benchmarks/grading.py [--rounds 5] [--exercises tfidf,l2-normalize,bag-of-words] [--all]

(a) the floor: the same examples replayed in this process, one plain comparison a call, no isolation;
(b) one pytest process per submission that tests the same properties under Hypothesis.
An assignment has three exercises: tf-idf, a step of an LSTM, masked attention; `--all` grades the whole catalogue,
without (b), which would take minutes.
"""

from __future__ import annotations

import argparse
import ast
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

import numpy as np

from grader import attempt, conditions, remote, sandbox, wire
from grader.calls import Answers, Limits, Returned
from grader.examples import Prepared
from grader.grading import Grader
from grader.judge import judge
from grader.load import load_course
from grader.model import Course, Source, Submission
from grader.mutants import bare
from grader.parcel import Parcel
from grader.trusted import Trusted, answer_of

ROOT = Path(__file__).parent.parent.parent
THREE = "tfidf,lstm-step,scaled-dot-product-attention"


def submission(course: Course, ids: tuple[str, ...]) -> Submission:
    """The references handed in as a student would: a file for each topic, in it the functions that were asked for."""
    wanted: dict[str, set[str]] = {}
    for id in ids:
        wanted.setdefault(course.exercises[id].module, set()).add(course.exercises[id].function)
    texts = {topic: bare((ROOT / f"solutions/{topic}.py").read_text(encoding="utf-8")) for topic in wanted}
    sources = tuple(Source(f"hw_{topic}.py", asked_for(text, wanted[topic]).encode()) for topic, text in texts.items())
    return Submission("reference", sources, "0" * 64)


def asked_for(text: str, names: set[str]) -> str:
    """The text of a module with these functions, what they need, and nothing else."""
    tree = ast.parse(text)
    defined = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    needed, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        needed.add(name)
        used = {node.id for node in ast.walk(defined[name]) if isinstance(node, ast.Name)}
        waiting += (used & defined.keys()) - needed
    tree.body = [node for node in tree.body if getattr(node, "name", None) in {None, *needed}]
    return ast.unparse(tree)


class Recorder(Trusted):
    """A trusted student that keeps every call it was asked."""

    def __init__(self, function: Callable[..., Any]) -> None:
        super().__init__(function)
        self.calls: list[bytes] = []

    def ask(self, name: str, calls: Sequence[bytes] | Parcel, limits: Limits) -> Answers:
        self.calls += calls.calls if isinstance(calls, Parcel) else calls
        return super().ask(name, calls, limits)


Replay = list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any], Any]]


def replay_of(prepared: list[Prepared]) -> Replay:
    """Every call that grading makes, examples and properties, with the value the reference returns."""
    replay: Replay = []
    for one in prepared:
        recorder = Recorder(one.reference)
        judge(one, recorder, "")
        for call in recorder.calls:
            args, kwargs = wire.decode(call)
            answer = answer_of(one.reference, call)
            replay.append((one.reference, args, kwargs, answer.value if isinstance(answer, Returned) else None))
    return replay


def floor(replay: Replay) -> float:
    """Seconds to make these calls in this process, comparing each answer plainly."""
    began = time.perf_counter()
    for function, args, kwargs, wanted in replay:
        try:
            got = function(*args, **kwargs)
        except Exception:
            got = None
        assert plainly_equal(got, wanted)
    return time.perf_counter() - began


def plainly_equal(got: Any, wanted: Any) -> bool:
    """One plain comparison, as a careless grader would write it."""
    if isinstance(wanted, np.ndarray):
        return bool((got == wanted).all() or np.abs(got - wanted).max(initial=0) <= 1e-9)
    if isinstance(wanted, list | tuple):
        return len(got) == len(wanted) and all(map(plainly_equal, got, wanted))
    if isinstance(wanted, dict):
        return got.keys() == wanted.keys() and all(plainly_equal(got[key], wanted[key]) for key in wanted)
    return bool(got == wanted)


def strict(grader: Grader, handed_in: Submission, max_score: float) -> float:
    """Seconds to grade one submission in the strict sandbox."""
    began = time.perf_counter()
    report = grader.grade(handed_in)
    took = time.perf_counter() - began
    assert report.score == max_score == report.max, report
    return took


PYTEST = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
import importlib.util
import numpy as np
from hypothesis import HealthCheck, given, settings
from grader.load import load_course
from grader.compare import compare
from grader.conditions import ask_all, start
from grader.examples import Prepared
from grader.trusted import Trusted, answer_of

course = load_course(Path({root!r}))

def load(path):
    spec = importlib.util.spec_from_file_location("student_" + Path(path).stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module

functions = {{}}
for path in {files!r}:
    functions.update(vars(load(path)))

def properties_of(id):
    prepared = Prepared(course, course.exercises[id], 0)
    exercise = prepared.exercise
    student = functions[exercise.function]
    for source in prepared.sources:
        @settings(max_examples=source.count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(source.strategy)
        def agrees(example):
            call = prepared.call(example)
            expected, got = answer_of(prepared.reference, call), answer_of(student, call)
            assert compare(prepared.signature.result, [expected], [got], exercise.tolerance, exercise.accepts)[0].ok
        yield agrees
    first = [s for s in prepared.sources if s.case == exercise.cases[0].name][0]
    def holding(name):
        @settings(max_examples={examples}, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(first.strategy)
        def holds(example):
            run = start(prepared, name, example)
            ask_all(prepared, [run], Trusted(student), None, {{}})
            assert run.finding is None
        return holds
    yield from (holding(one.name) for one in exercise.conditions)

for number, id in enumerate({ids!r}):
    for place, test in enumerate(properties_of(id)):
        globals()[f"test_{{number}}_{{place}}"] = test
"""


def pytest_process(handed_in: Submission, ids: tuple[str, ...]) -> float:
    """Seconds of a pytest process that tests the same submission, properties drawn by Hypothesis."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for source in handed_in.sources:
            (Path(folder) / source.name).write_bytes(source.data)
            files.append(str(Path(folder) / source.name))
        test = Path(folder) / "test_student.py"
        test.write_text(PYTEST.format(root=str(ROOT), files=files, ids=ids, examples=conditions.EXAMPLES))
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(test)],
            capture_output=True, text=True, check=False, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        took = time.perf_counter() - began
        assert done.returncode == 0, done.stdout
        return took


@contextmanager
def timed(target: Any, name: str, totals: dict[str, float], key: str) -> Iterator[None]:
    """Adds the seconds spent in a function to `totals[key]`."""
    original: Callable[..., Any] = getattr(target, name)

    def wrapper(*args: Any, **kwargs: Any) -> Any:
        began = time.perf_counter()
        try:
            return original(*args, **kwargs)
        finally:
            totals[key] = totals.get(key, 0.0) + time.perf_counter() - began

    with patch.object(target, name, wrapper):
        yield


def split(grader: Grader, handed_in: Submission) -> dict[str, float]:
    """Seconds of one grading by part: fresh worker, loading, calls (the worker's own CPU within), comparison."""
    totals: dict[str, float] = {}
    began = time.perf_counter()
    with (
        timed(sandbox.Sandbox, "worker", totals, "fork and lock down"),
        timed(remote.Worker, "load", totals, "load the submission"),
        timed(remote.Worker, "call", totals, "calls"),
        timed(attempt, "compare", totals, "comparison"),
        timed(remote.Worker, "close", totals, "end the worker"),
    ):
        report = grader.grade(handed_in)
    total = time.perf_counter() - began
    totals["calls: worker's CPU"] = sum(one.cpu_seconds for one in report.exercises)
    totals["rest: properties, report"] = total - sum(v for k, v in totals.items() if ":" not in k)
    return totals


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--exercises", default=THREE, help="ids, separated by commas")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    course = load_course(ROOT)
    ids = tuple(course.exercises if options.all else options.exercises.split(","))
    handed_in = submission(course, ids)
    with Grader(course, 0, "strict", exercises=ids) as grader:
        prepared = [grader.prepared(course.exercises[id]) for id in ids]
        points = sum(one.exercise.max for one in prepared)
        replay = replay_of(prepared)
        grader.grade(handed_in)
        rows: dict[str, list[float]] = {"floor": [], "strict": [], "pytest": []}
        for _ in range(options.rounds):
            rows["floor"].append(floor(replay))
            rows["strict"].append(strict(grader, handed_in, points))
            if not options.all:
                rows["pytest"].append(pytest_process(handed_in, ids))
        parts = split(grader, handed_in)
    low, middle = median(rows["floor"]), median(rows["strict"])
    print(f"{len(ids)} exercises, {len(replay)} calls; medians of {options.rounds} rounds, one submission")
    print(f"(a) floor    {low:8.4f} s")
    print(f"    strict   {middle:8.4f} s   {middle / low:5.1f} x (a)")
    if rows["pytest"]:
        high = median(rows["pytest"])
        print(f"(b) pytest   {high:8.4f} s   {high / middle:5.1f} x strict")
    for name, seconds in sorted(parts.items(), key=lambda item: -item[1]):
        print(f"    {name:28} {1000 * seconds:7.1f} ms")


if __name__ == "__main__":
    main()
