"""How long a student waits for `zachetka check`, beside what Python and NumPy alone take in the same run.

    python tests/benchmarks/check.py [--rounds 7]

The nine functions of tf-idf are checked by a program that starts afresh each time, with the examples drawn before:
as the references compute them, and by a submission that rounds otherwise.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from grading import ROOT, submission

from grader.load import load_course

CHECK = (sys.executable, "-m", "grader.cli", "check")
OTHER = ROOT / "tests/students/right/tfidf_short.py"


def took(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of wall clock and of processor time of a command and its children."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    course = load_course(ROOT)
    ids = tuple(id for id, exercise in course.exercises.items() if exercise.topic == "tfidf")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tfidf.py"
        file.write_bytes(submission(course, ids).sources[0].data)
        commands = {
            "import numpy": (sys.executable, "-c", "import numpy"),
            "zachetka --help": (*CHECK[:-1], "--help"),
            f"check, {len(ids)} references": (*CHECK, str(file)),
            f"check, {OTHER.name}": (*CHECK, str(OTHER)),
        }
        environment = os.environ | {"PYTHONPATH": str(ROOT), "ZACHETKA_CACHE": str(Path(folder) / "cache")}
        for command in commands.values():
            took(command, environment)  # now the examples are drawn and the files are warm
        rows = {name: [took(command, environment) for _ in range(rounds)] for name, command in commands.items()}
    numpy = median(wall for wall, _ in rows["import numpy"])
    print(f"medians of {rounds} rounds; seconds of wall clock, of processor time, and as a multiple of import numpy")
    for name, times in rows.items():
        wall, cpu = (median(column) for column in zip(*times, strict=True))
        print(f"{name:26} {wall:6.3f} {cpu:6.3f} {wall / numpy:6.1f} x")


if __name__ == "__main__":
    main()
