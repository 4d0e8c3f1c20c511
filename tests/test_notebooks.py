"""Notebooks in the worker: their code cells in order, without what only IPython understands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from serving import Client, worker

F = "def f():\n    return 1\n"


@pytest.fixture
def student() -> Iterator[Client]:
    with worker() as client:
        yield client


def notebook(*sources: Any, **more: Any) -> bytes:
    cells = [{"cell_type": "code", "source": source, "outputs": [], "metadata": {}} for source in sources]
    return json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5, "metadata": {}, **more}).encode()


@pytest.mark.parametrize(
    "cell",
    [
        "%matplotlib inline\nx = 1",
        "!pip install nothing\nx = 1",
        "pip install nothing\nx = 1",
        "!pip install \\\n   one \\\n   two\nx = 1",
        "files = !ls *.csv\nx = 1",
        "a = %time sum([1])\nx = 1",
        "x = 1\nx?",
        "x = 1\n?x",
        "x = 1\nx.real??",
        "%%time\nx = 1",
        "\n\n%%timeit -n 10\nx = 1",
        "%%capture out\nx = 1",
        "if True:\n    !ls\nx = 1",
        "for _ in range(2):\n    %time y = 1\n    x = 1",
        "text = '''\n%d items\n!x\n'''\n!ls\nx = len(text) - 12",
        "x = (3\n     % 2)",
        "x = (3\n     % 2)\n!ls 'it",
        "!echo it's\nx = 1\n!echo (",
        "get_ipython().run_line_magic('matplotlib', 'inline')\ndisplay(1)\nx = 1",
        ["x", " = ", "1\n", 3],
        "from IPython.display import display, HTML\ndisplay(HTML('<b>'))\nx = 1",
        "import nopandas as pd\nx = 1",
        "x = 1\n",
    ],
)  # fmt: skip
def test_what_is_no_python_in_a_cell_is_left_out(student: Client, cell: Any) -> None:
    rows, errors, remarks = student.load({"hw.ipynb": notebook(cell, "def f():\n    return x")}, "f")
    assert (rows, errors) == ({"f": ("hw.ipynb", "function")}, [])
    assert all("not installed" in remark for remark in remarks)
    assert student.call("f") == ("returned", 1, False)


@pytest.mark.parametrize("magic", ["%%bash", "%%html", "%%writefile a.py", "%%javascript", "%%"])
def test_cells_in_another_language_are_left_out(student: Client, magic: str) -> None:
    cells = ("x = 1", f"{magic}\nx = 2\nthis is no python", "def f(): return x")
    assert student.load({"hw.ipynb": notebook(*cells)}, "f")[1:] == ([], [])
    assert student.call("f") == ("returned", 1, False)


def test_cells_share_a_namespace_and_failing_ones_are_passed_over(student: Client) -> None:
    cells = (
        "from __future__ import annotations\nx = 1",
        "import sys\nsys.exit()",
        "def g(a: undefined): return 1 / a",
        "x = 2\n1 / 0",
        "this is no python",
        "x = 3\ndef f(): return x",
        "def f(): return x, __name__, __file__, g.__annotations__['a']",
    )
    rows, errors, remarks = student.load({"hw.ipynb": notebook(*cells)}, "f", "g")
    assert errors == []
    assert rows["f"] == ("hw.ipynb", "function", "f is defined 2 times in hw.ipynb; the last that ran counts")
    assert [remark.split(";")[0] for remark in remarks] == [
        "hw.ipynb[2]:2: SystemExit: ",
        "hw.ipynb[4]:2: ZeroDivisionError: division by zero",
        "hw.ipynb[5]:1: SyntaxError: invalid syntax",
    ]
    assert student.call("f")[1] == (3, "hw", "/submission/hw.ipynb", "undefined")
    assert student.call("g", 0)[3] == "hw.ipynb[3]:1"


def test_source_can_be_inspected_in_notebooks(student: Client) -> None:
    cells = (
        "import inspect\nclass A:\n    x = 1\n",
        "def f():\n    return inspect.getsource(f), inspect.getsource(A)\n",
    )
    student.load({"hw.ipynb": notebook(*cells)}, "f")
    assert student.call("f")[1] == (cells[1], "class A:\n    x = 1\n")


def test_notebooks_of_format_3(student: Client) -> None:
    cells = [{"cell_type": "code", "input": ["def f():\n", "    return 1"]}, {"cell_type": "markdown", "source": "x"}]
    data = json.dumps({"worksheets": [{"cells": cells}], "nbformat": 3}).encode()
    assert student.load({"hw.ipynb": b"\xef\xbb\xbf" + data}, "f") == ({"f": ("hw.ipynb", "function")}, [], [])


BROKEN = [b"", b"{", b"\xff\xff", b"[]", b"null", b'{"cells": 3}', b"[" * 100_000, b'{"cells": [' + b"9" * 5000 + b"]}"]


@pytest.mark.parametrize("data", BROKEN)
def test_what_is_no_notebook_is_an_error(student: Client, data: bytes) -> None:
    rows, errors, _ = student.load({"hw.ipynb": data, "hw.py": F}, "f")
    assert rows == {"f": ("hw.py", "function")}
    assert len(errors) == 1
    assert errors[0].startswith("hw.ipynb is no notebook: ")


def test_cells_of_wrong_types_are_no_code(student: Client) -> None:
    cells = [None, 3, [], {}, {"cell_type": "code"}, {"cell_type": "code", "source": 3}, {"cell_type": []}]
    good = {"cell_type": "code", "source": "def f(): return 1"}
    data = json.dumps({"cells": [*cells, good]}).encode()
    assert student.load({"hw.ipynb": data}, "f") == ({"f": ("hw.ipynb", "function")}, [], [])


def test_megabytes_of_output_cost_little(student: Client) -> None:
    cell = {"cell_type": "code", "source": F, "outputs": [{"data": {"image/png": "A" * 10_000_000}}]}
    assert student.load({"hw.ipynb": json.dumps({"cells": [cell]}).encode()}, "f")[0] == {"f": ("hw.ipynb", "function")}


def test_a_notebook_and_a_file_of_one_name(student: Client) -> None:
    files = {"hw.ipynb": notebook(F), "hw.py": "def g(): return 1\n", "z.py": "from hw import g\ndef h(): return g()\n"}
    rows, errors, remarks = student.load(files, "f", "g", "h")
    assert (sorted(rows), errors, remarks) == (["f", "g", "h"], [], [])
