"""Whether what a report names is true: the names that mutants of references and listed mistakes get.

    python tests/benchmarks/names.py [--others 3] [--jobs CORES] [EXERCISE]…

A mistake or a near miss that one seed names and another does not is a false name: their answers are alike by chance.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from naming import named  # noqa: E402

from grader.batch import cores  # noqa: E402
from grader.examples import Prepared  # noqa: E402
from grader.load import load_course  # noqa: E402


def told(others: int, id: str) -> tuple[int, list[str]]:
    """How many names the wrong answers of an exercise get, and those that are false."""
    course = load_course(ROOT)
    first, *rest = (Prepared(course, course.exercises[id], seed) for seed in range(1 + others))
    found = list(named(first, rest))
    return sum(len(given) for _, given, _ in found), [f"{name}: {what}" for what, _, false in found for name in false]


def main() -> int:
    """The exit status: 0 when every name is true."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--others", type=int, default=3, help="how many other seeds must agree")
    parser.add_argument("--jobs", type=int, default=cores())
    parser.add_argument("exercises", nargs="*")
    options = parser.parse_args()
    ids = options.exercises or list(load_course(ROOT).exercises)
    total = wrong = 0
    with ProcessPoolExecutor(options.jobs, get_context("spawn")) as pool:
        for id, (number, false) in zip(ids, pool.map(partial(told, options.others), ids), strict=True):
            print(f"{id:32} {number:4} names, {len(false)} false", *false, sep="\n    ", flush=True)
            total, wrong = total + number, wrong + len(false)
    print(f"{total - wrong} of {total} names are true: {100 * (total - wrong) / max(1, total):.1f} %")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
