"""Loading a submission in the worker: real modules, kind to what is honest, and which file defines a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from serving import Client, worker


@pytest.fixture
def student() -> Iterator[Client]:
    with worker() as client:
        yield client


F = "def f():\n    return 1\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("def f(): return __name__, __file__, __spec__.name, __package__", ("hw", "/submission/hw.py", "hw", "")),
        (
            "import sys\ndef f(): return sys.modules[__name__].__dict__ is globals(), sys.argv",
            (True, ["/submission/hw.py"]),
        ),
        ("import inspect\ndef f(): return inspect.getsource(f)", "def f(): return inspect.getsource(f)"),
        ("import builtins\ndef f(): return __builtins__ is vars(builtins), len([])", (True, 0)),
        ("from dataclasses import dataclass\n@dataclass\nclass P:\n    x: 'int'\ndef f(): return P(1).x", 1),
        ("from __future__ import annotations\ndef f(x: nothing = 1): return f.__annotations__['x']", "nothing"),
        ("def g(x: 1 + 1): pass\ndef f(): return g.__annotations__['x']", 2),
        ("import pickle\nclass A: pass\ndef f(): return type(pickle.loads(pickle.dumps(A()))) is A", True),
        ("if __name__ == '__main__':\n    raise SystemExit\ndef f(): return 1", 1),
        ("import traceback\ndef f():\n    try:\n        1 / 0\n    except Exception:\n"
         "        return traceback.format_exc().count('1 / 0')", 1),
        ("# -*- coding: cp1251 -*-\ndef f(): return 'слово'".encode("cp1251"), "слово"),
        ("# coding: koi8-r\ndef f(): return 'слово'".encode("koi8-r"), "слово"),
        ("\ufeffdef f(): return 'слово'".encode(), "слово"),
        (b"def f():\r\n    return '''a\r\nb'''\r\n", "a\nb"),
        (b"def f():\r    return 1\r", 1),
        ("import dis\nimport functools\n@functools.lru_cache\ndef f(): return 1", 1),
    ],
)  # fmt: skip
def test_a_file_is_a_real_module(student: Client, text: str | bytes, value: object) -> None:
    rows, errors, remarks = student.load({"hw.py": text}, "f")
    assert (errors, remarks) == ([], [])
    assert rows == {"f": ("hw.py", "function")}
    assert student.call("f") == ("returned", value, False)


NAMES = ["1 hw (копия).py", "дз-2.py", "class.py", "hw.v2.py", "HW.PY", "__init__.py", "a b/c d.py"]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_called_as_its_owner_likes(student: Client, name: str) -> None:
    assert student.load({name: "import pickle\n" + F}, "f")[0] == {"f": (name, "function")}
    assert student.call("f") == ("returned", 1, False)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ("x = 1\ndef f(:\n    pass\n", "hw.py:2: SyntaxError: invalid syntax"),
        ("def f():\npass\n", "hw.py:2: IndentationError: expected an indented block after function"),
        ("def f(): pass\n".encode("utf-16"), "hw.py is saved as UTF-16; save it as UTF-8"),
        (b"x = '\0'\n", "hw.py contains zero bytes, so it is no Python source"),
        ("x = 'да'".encode("cp1251"), "hw.py:1: SyntaxError: (unicode error) 'utf-8' codec can't decode byte 0xe4"),
        (b"# coding: no-such\n", "hw.py:1: SyntaxError: unknown encoding: no-such"),
        ("(" * 300 + ")" * 300, "hw.py:1: SyntaxError: too many nested parentheses"),
    ],
)
def test_a_file_that_is_no_python_is_an_error(student: Client, data: str | bytes, error: str) -> None:
    rows, errors, _ = student.load({"hw.py": data, "other.py": F}, "f")
    assert rows == {"f": ("other.py", "function")}
    assert len(errors) == 1
    assert errors[0].startswith(error)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("assert 1 == 2", "hw.py:4: AssertionError: "),
        ("def r(): r()\nr()", "hw.py:4: RecursionError: maximum recursion depth exceeded"),
        ("[0] * 10**15", "hw.py:4: MemoryError: "),
        ("open('data.csv')", "hw.py:4: FileNotFoundError: "),
        ("input()", "hw.py:4: EOFError: "),
        ("@(1)\ndef g(): pass", "hw.py:4: TypeError: "),
        ("from math import nothing", "hw.py:4: ImportError: "),
        ("if True:\n    x = 1\n    1 / 0\n    y = 1", "hw.py:6: ZeroDivisionError: "),
    ],
)
def test_a_statement_that_fails_is_passed_over(student: Client, line: str, why: str) -> None:
    """The functions above it and below it count."""
    text = f"def g():\n    return 2\n\n{line}\n\n{F}"
    rows, errors, remarks = student.load({"hw.py": text}, "f", "g")
    assert (sorted(rows), errors) == (["f", "g"], [])
    assert len(remarks) == 1
    assert remarks[0].startswith(why)
    assert remarks[0].endswith("; the rest of the file was run all the same")
    assert student.call("f") == ("returned", 1, False)


@pytest.mark.parametrize(
    ("line", "why"),
    [("sys.exit('done')", "hw.py:4: SystemExit: done"), ("raise KeyboardInterrupt", "hw.py:4: KeyboardInterrupt: ")],
)
def test_what_stands_above_an_exit_counts(student: Client, line: str, why: str) -> None:
    rows, errors, remarks = student.load({"hw.py": f"import sys\n{F}{line}\ndef g(): pass\n"}, "f", "g")
    assert (sorted(rows), errors, remarks) == (["f"], [], [why])


def test_a_last_statement_that_fails_costs_nothing(student: Client) -> None:
    rows, errors, remarks = student.load({"hw.py": F + "assert f() == 2, 'two'\n"}, "f")
    assert (sorted(rows), errors, remarks) == (["f"], [], ["hw.py:3: AssertionError: two"])


def test_a_file_full_of_failures_ends(student: Client) -> None:
    rows, errors, remarks = student.load({"hw.py": "1 / 0\n" * 3000 + F}, "f")
    assert (rows, errors) == ({}, [])
    assert len(remarks) == 50


def test_siblings_import_each_other_and_run_once(student: Client) -> None:
    files = {
        "a.py": "import builtins\nbuiltins.a = getattr(builtins, 'a', 0) + 1\nfrom b import g\nimport b as other\n"
        "def f(): return g(), other.g() , a",
        "b.py": "import a\ndef g(): return a.h()\ndef k(): return a.f()",
        "c.py": "from a import *\ndef h(): return 5",
    }
    files["a.py"] += "\ndef h(): return 4"
    rows, errors, remarks = student.load(files, "f", "g", "h", "k")
    assert (errors, remarks) == ([], [])
    assert rows == {
        "f": ("a.py", "function"),
        "g": ("b.py", "function"),
        "k": ("b.py", "function"),
        "h": ("c.py", "function", "h is defined in a.py, c.py; the one in c.py counts"),
    }
    assert student.call("k") == ("returned", (4, 4, 1), False)


def test_packages_and_folders(student: Client) -> None:
    files = {
        "hw.py": "from text import split\nimport deep.er.leaf as leaf\nfrom bare import b\n"
        "def f(): return split(), leaf.x, b",
        "text/__init__.py": "from .tokens import split",
        "text/tokens.py": "from . import other\ndef split(): return other.name",
        "text/other.py": "name = __name__",
        "deep/er/leaf.py": "from bare import b\nx = b",
        "deep/bare.py": "b = []",
    }
    rows, errors, remarks = student.load(files, "f", "split")
    assert (errors, remarks) == ([], [])
    assert rows == {"f": ("hw.py", "function"), "split": ("text/tokens.py", "function")}
    assert student.call("f") == ("returned", ("text.other", [], []), False)


STEMS = ["numpy", "random", "struct", "torch", "json", "sitecustomize", "conftest", "grader", "tokenize"]


@pytest.mark.parametrize("stem", STEMS)
def test_a_file_never_stands_before_a_module_in_use(student: Client, stem: str) -> None:
    files = {
        f"{stem}.py": "import numpy as np\nimport json, random, struct\nimport inspect, linecache\n"
        "def f(): return [random.random() < 1, json.dumps(1), len(struct.pack('b', 1)), float(np.ones(2).sum())]\n",
        "hw.py": "import numpy as np\nimport random, json\ndef g(): return [float(np.zeros(1)[0]), json.loads('2')]\n",
    }
    rows, errors, remarks = student.load(files, "f", "g")
    assert (errors, remarks) == ([], [])
    assert rows == {"f": (f"{stem}.py", "function"), "g": ("hw.py", "function")}
    assert student.call("f") == ("returned", [True, "1", 1, 2.0], False)
    assert student.call("g") == ("returned", [0.0, 2], False)


MISSING = "{} is not installed here: hw.py may import, not use it"


@pytest.mark.parametrize(
    "text",
    [
        "import nopandas as pd\n" + F,
        "import nopandas.io.json\nfrom nopandas.plotting import a, b as c\n" + F,
        "import nopandas as pd\npd.set_option('a', 1)\npd.rc['x'] = pd.y + 1\nwith pd.z: pass\nfor q in pd: pass\n" + F,
        "import nopandas as pd\nclass N(pd.Module):\n    pass\n" + F,
        "from __future__ import annotations\nimport nopandas\n" + F,
        "import nopandas as nb\n@nb.njit(cache=True)\ndef f() -> nb.Float[int, 'n'] | None:\n    return 1\n",
        "import nopandas as nb\n@nb.njit\ndef f():\n    return 1\n",
        "import nopandas as pd\ndef f():\n    return 2 if isinstance([], (str, pd.Series)) else 1\n",
    ],
)
def test_an_import_that_is_not_used_harms_nobody(student: Client, text: str) -> None:
    rows, errors, remarks = student.load({"hw.py": text}, "f")
    assert (rows, errors, remarks) == ({"f": ("hw.py", "function")}, [], [MISSING.format("nopandas")])
    assert student.call("f") == ("returned", 1, False)


USES = ["pd.F([1])", "pd.x + 1", "1 - pd", "pd[0]", "len(pd)", "list(pd)", "bool(pd.a)", "float(pd)", "np.asarray(pd)"]


@pytest.mark.parametrize("use", USES)
def test_the_use_of_a_missing_module_raises(student: Client, use: str) -> None:
    student.load({"hw.py": f"import nopandas as pd\nimport numpy as np\ndef f():\n    return {use}\n"}, "f")
    kind, kinds, text, where, _ = student.call("f")
    assert (kind, kinds[0]) == ("raised", "ModuleNotFoundError")
    assert (text, where) == ("nopandas is not installed here", "hw.py:4")


def test_a_guarded_import_fails_as_its_author_expects(student: Client) -> None:
    guarded = "try:\n    import nopandas as pd\nexcept ImportError:\n    pd = None\ndef g(): return pd\n"
    late = "def h():\n    import nopandas\n"
    files = {"a.py": "import nopandas\n" + F, "b.py": guarded, "c.py": late}
    rows, errors, remarks = student.load(files, "f", "g", "h")
    assert sorted(rows) == ["f", "g", "h"]
    assert errors == []
    assert remarks == [MISSING.format("nopandas").replace("hw", "a")]
    assert student.call("g") == ("returned", None, False)
    assert student.call("h")[1][0] == "ModuleNotFoundError"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("f = lambda: 1", ("hw.py", "function")),
        ("from functools import partial\nf = partial(int, 1)", ("hw.py", "function")),
        ("from functools import lru_cache\n@lru_cache(None)\ndef f(): return 1", ("hw.py", "function")),
        ("class F:\n    def __call__(self): return 1\nf = F()", ("hw.py", "function")),
        ("import numpy as np\nf = np.vectorize(lambda: 1)", ("hw.py", "function")),
        ("import numpy as np\nf = np.frompyfunc(lambda x: 1, 1, 1)", ("hw.py", "function")),
        ("def g(): return 1\nf = g", ("hw.py", "function")),
        ("class A:\n    @staticmethod\n    def g(): return 1\nf = A.g", ("hw.py", "function")),
        ("class A:\n    def h(self): return 1\nf = A().h", ("hw.py", "function")),
        ("import re\nf = re.compile('a').findall", ("hw.py", "function")),
        ("f = str.split", ("hw.py", "function")),
        ("class f: pass", ("hw.py", "class")),
        ("import abc\nclass f(metaclass=abc.ABCMeta): pass", ("hw.py", "class")),
        ("f = 3", ("hw.py", "other")),
        ("f = None", ("hw.py", "other")),
        ("import contextlib\n@contextlib.contextmanager\ndef f(): yield", ("hw.py", "function")),
        ("exec('def f(): return 1')", ("hw.py", "function")),
        ("from math import exp as f", None),
        ("from numpy import exp as f", None),
        ("from numpy.linalg import norm as f", None),
        ("from collections import OrderedDict as f", None),
        ("from json import *\nfrom json import loads as f", None),
        ("import json as f", None),
        ("import nopandas as f", None),
        ("from nopandas import f", None),
        ("def __getattr__(name): return lambda: 1", None),
        ("import sys, types\nclass M(types.ModuleType):\n    f = 1\nsys.modules[__name__].__class__ = M", None),
        ("def f(): pass\ndel f", None),
    ],
)  # fmt: skip
def test_what_counts_as_defined(student: Client, text: str, row: Any) -> None:
    rows, errors, _ = student.load({"hw.py": text}, "f")
    assert errors == []
    assert rows.get("f") == row


def test_an_import_under_another_name_counts_where_it_is_named(student: Client) -> None:
    rows, _, _ = student.load({"hw.py": "from helpers import g as f", "helpers.py": "def g(): return 1"}, "f", "g")
    assert rows == {"f": ("hw.py", "function"), "g": ("helpers.py", "function")}


def test_an_object_that_is_imported_counts_at_its_home(student: Client) -> None:
    home = "from functools import partial\nf = partial(int, 1)"
    rows, _, _ = student.load({"a.py": "from z import f", "b.py": "from z import f", "z.py": home}, "f")
    assert rows == {"f": ("z.py", "function")}


def test_the_last_file_counts(student: Client) -> None:
    rows, _, _ = student.load({"a.py": F, "b.py": F + F, "c.py": "x = 1"}, "f")
    assert rows["f"][:2] == ("b.py", "function")
    assert rows["f"][2:] == (
        "f is defined in a.py, b.py; the one in b.py counts",
        "f is defined 2 times in b.py; the last that ran counts",
    )


def test_a_sibling_that_is_no_python_is_one_error_each(student: Client) -> None:
    rows, errors, _ = student.load({"a.py": "from b import g\n" + F, "b.py": "def g(:"}, "f", "g")
    assert rows == {"f": ("a.py", "function")}
    assert errors == ["b.py:1: SyntaxError: invalid syntax"]
