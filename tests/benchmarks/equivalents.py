"""Whether a listed equivalent mutant differs from its reference after all, on very many inputs.

python tests/benchmarks/equivalents.py [--inputs 100000] [--jobs CORES] [EXERCISE]…
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

from equivalence import listed, refuted  # noqa: E402

from grader.batch import cores  # noqa: E402
from grader.examples import Prepared  # noqa: E402
from grader.load import load_course  # noqa: E402
from grader.mutation import equivalents  # noqa: E402


def tried(inputs: int, id: str) -> tuple[int, list[str]]:
    """How many equivalents an exercise lists, and those that are none."""
    course = load_course(ROOT)
    prepared = Prepared(course, course.exercises[id], 0)
    return len(listed(prepared)), list(refuted(prepared, inputs, 0))


def main() -> int:
    """The exit status: 0 when no listed mutant differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=cores())
    parser.add_argument("exercises", nargs="*")
    options = parser.parse_args()
    course = load_course(ROOT)
    ids = [id for topic in course.topics for id in equivalents(course, topic.id)]
    wanted = [id for id in ids if id in (options.exercises or ids)]
    total = differ = 0
    with ProcessPoolExecutor(options.jobs, get_context("spawn")) as pool:
        for id, (number, found) in zip(wanted, pool.map(partial(tried, options.inputs), wanted), strict=True):
            print(f"{id:32} {number:3} equivalent, {len(found)} differ", *found, sep="\n    ", flush=True)
            total, differ = total + number, differ + len(found)
    print(f"{differ} of {total} equivalents differ on {options.inputs:,} inputs each")
    return int(differ > 0)


if __name__ == "__main__":
    sys.exit(main())
