"""The worker's answers to calls, honest and hostile."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from serving import Client, Dead, worker

from grader.wire import Opaque


@pytest.fixture
def student() -> Iterator[Client]:
    with worker() as client:
        yield client


def test_a_call_brings_a_value_and_leaves_the_argument_alone(student: Client) -> None:
    student.load({"hw.py": "def double(x):\n    return x * 2\n"}, "double")
    kind, value, changed = student.call("double", np.array([1.0, float("nan")]))
    assert (kind, changed) == ("returned", False)
    np.testing.assert_array_equal(value, [2.0, float("nan")])


@pytest.mark.parametrize(
    ("body", "changed"),
    [
        ("x[0] += 1", True),
        ("x.sort()", True),
        ("x.shape = (1, 3)", True),
        ("x = x + 1", False),
        ("x[:] = list(x)", False),
        ("x.flags.writeable = False", False),
        ("x.resize((10**6,), refcheck=False)", True),
    ],
)
def test_changed_arguments_are_noticed(student: Client, body: str, changed: bool) -> None:
    student.load({"hw.py": f"def f(x):\n    {body}\n"}, "f")
    assert student.call("f", np.array([3.0, float("nan"), 1.0])) == ("returned", None, changed)


@pytest.mark.parametrize(
    "body", ["x.clear()", "x.append(x)", "x[0].append(1)", "x[1] = True", "x[1] = 1.0", "x.extend([0] * 10**7)"]
)
def test_changes_inside_lists_are_noticed(student: Client, body: str) -> None:
    student.load({"hw.py": f"def f(x):\n    {body}\n"}, "f")
    assert student.call("f", [["a"], 1]) == ("returned", None, True)


def test_a_change_is_noticed_when_the_call_raises(student: Client) -> None:
    student.load({"hw.py": "def f(x):\n    x.clear()\n    raise ValueError('no')\n"}, "f")
    assert student.call("f", [1]) == (
        "raised", ["ValueError", "Exception", "BaseException"], "no", "hw.py:3", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "kinds", "text"),
    [
        ("raise SystemExit(3)", ["SystemExit", "BaseException"], "3"),
        ("raise KeyboardInterrupt", ["KeyboardInterrupt", "BaseException"], ""),
        ("raise GeneratorExit", ["GeneratorExit", "BaseException"], ""),
        ("return {}['нет']", ["KeyError", "LookupError", "Exception", "BaseException"], "'нет'"),
        ("raise ValueError('x' * 9999)", ["ValueError", "Exception", "BaseException"], "x" * 500),
        ("raise ValueError('\\ud800')", ["ValueError", "Exception", "BaseException"], "\\ud800"),
        ("f()", ["RecursionError", "RuntimeError", "Exception", "BaseException"], "maximum recursion depth exceeded"),
        ("raise OddText", ["OddText", "ValueError", "Exception", "BaseException"], ""),
        ("raise BadText", ["BadText", "ValueError", "Exception", "BaseException"], ""),
        ("raise Impostor", ["builtins.ValueError", "Exception", "BaseException"], ""),
        ("raise OtherImpostor", ["hw.KeyError", "Exception", "BaseException"], ""),
        ("exit()", ["NameError", "Exception", "BaseException"], "name 'exit' is not defined"),
        ("return [0] * 10**15", ["MemoryError", "Exception", "BaseException"], ""),
        ("raise np.linalg.LinAlgError('s')", ["LinAlgError", "ValueError", "Exception", "BaseException"], "s"),
    ],
)
def test_whatever_is_raised_is_an_answer(student: Client, body: str, kinds: list[str], text: str) -> None:
    prelude = """
        import builtins
        import numpy as np
        vars(builtins).pop("exit", None)
        class OddText(ValueError):
            def __str__(self):
                return 3
        class BadText(ValueError):
            def __str__(self):
                raise SystemExit
        class Impostor(Exception):
            __module__ = "builtins"
            __qualname__ = "ValueError"
        Impostor.__name__ = "ValueError"
        class KeyError_(Exception):
            __name__ = "KeyError"
        KeyError_.__name__ = "KeyError"
        OtherImpostor = KeyError_
    """
    student.load({"hw.py": prelude + f"\n        def f():\n            {body}\n"}, "f")
    kind, *answer = student.call("f")
    assert kind == "raised"
    assert answer[0] == kinds
    assert answer[1].startswith(text)
    assert answer[2].startswith("hw.py:")
    assert student.call("f")[0] == "raised"


def test_the_place_is_the_deepest_line_of_the_students_files(student: Client) -> None:
    files = {
        "hw.py": "import helpers\nimport numpy as np\n\ndef f(x):\n    return helpers.g(x)\n",
        "helpers.py": "import numpy as np\n\n\ndef g(x):\n    return np.linalg.inv(x)\n",
    }
    student.load(files, "f")
    assert student.call("f", np.zeros((2, 2)))[3] == "helpers.py:5"


def test_the_wrong_number_of_arguments_is_raised_without_a_place(student: Client) -> None:
    student.load({"hw.py": "def f(): pass"}, "f")
    assert student.call("f", 1) == (
        "raised", ["TypeError", "Exception", "BaseException"],
        "f() takes 0 positional arguments but 1 was given", "", False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "body",
    ["np.broadcast_to(0.0, (2**40,))", "[0] * 10**6", "'x' * 10**6", "pairs(40)", "np.zeros((500, 500))"],
)
def test_a_result_that_is_too_large_is_not_sent(student: Client, body: str) -> None:
    text = """
        import numpy as np
        def pairs(n):
            pair = [1]
            for _ in range(min(n, 30)):
                pair = [pair, pair]
            return pair
    """
    student.load({"hw.py": text + f"\n        def f():\n            return {body}\n"}, "f")
    kind, nbytes = student.call("f", most=100_000)
    assert kind == "oversize"
    assert nbytes > 100_000


def test_what_cannot_cross_is_named(student: Client) -> None:
    text = """
        import numpy as np
        class Sly(np.ndarray):
            def __eq__(self, other):
                return True
        def f():
            yield 1
        def g(x):
            return x.view(Sly)
        def h():
            loop = []
            loop.append(loop)
            return loop
    """
    student.load({"hw.py": text}, "f", "g", "h")
    assert student.call("f") == ("returned", Opaque("generator"), False)
    assert student.call("g", np.zeros(2)) == ("returned", Opaque("hw.Sly"), False)
    assert student.call("h")[0] == "returned"


def test_a_batch_is_answered_in_order_and_one_by_one(student: Client) -> None:
    student.load({"hw.py": "import os\ndef f(n):\n    return os._exit(0) if n == 700 else n\n"}, "f")
    with pytest.raises(Dead):
        student.calls("f", *((n,) for n in range(701)))
    # what was answered before the end had been sent
    with worker() as other:
        other.load({"hw.py": "def f(n, m=[]):\n    return n\n"}, "f")
        assert [reply[1] for reply in other.calls("f", *((n,) for n in range(2000)))] == list(range(2000))


def test_replies_are_sent_before_the_next_call_begins(student: Client) -> None:
    from grader import wire

    student.load({"hw.py": "import time\ndef f(n):\n    time.sleep(n)\n    return n\n"}, "f")
    frames = [wire.encode(((n,), {})) for n in (0, 0, 600)]
    student.send(wire.encode(("call", "f", 3, 1000)), *frames)
    assert [student.receive()[1], student.receive()[1]] == [0, 0]


def test_keyword_arguments_and_large_ones(student: Client) -> None:
    from grader import wire

    student.load({"hw.py": "def f(x, *, since=None):\n    return x.sum(), since\n"}, "f")
    student.send(wire.encode(("call", "f", 1, 1000)), wire.encode(((np.ones((700, 700)),), {"since": "2024-01-01"})))
    assert student.receive() == ("returned", (490_000.0, "2024-01-01"), False)


def test_a_name_that_is_no_function_raises(student: Client) -> None:
    student.load({"hw.py": "f = 3\n"}, "f", "g")
    assert student.call("f")[1][0] == "TypeError"
    assert student.call("g")[1][0] == "NameError"


HOSTILE = {
    "builtins": """
        import builtins
        for name in list(vars(builtins)):
            if not name.startswith("__") and name not in ("BaseException", "Exception", "SystemExit", "setattr"):
                setattr(builtins, name, lambda *a, **k: None)
    """,
    "no builtins": """
        import builtins
        vars(builtins).clear()
    """,
    "numpy": """
        import numpy as np
        for name in list(vars(np)):
            if callable(getattr(np, name, None)) and not name.startswith("__"):
                try:
                    setattr(np, name, lambda *a, **k: True)
                except Exception:
                    pass
    """,
    "os and struct": """
        import json, os, struct, sys
        for module in (os, struct, json):
            for name in list(vars(module)):
                if callable(getattr(module, name)) and not name.startswith("__"):
                    setattr(module, name, None)
    """,
    "sys": """
        import sys
        sys.modules.clear()
        sys.path.clear()
        sys.meta_path.clear()
        sys.stdout = sys.stderr = sys.stdin = None
        sys.argv = None
    """,
    "the worker's modules": """
        import sys
        for name, module in list(sys.modules.items()):
            if name.startswith("grader"):
                for key in list(vars(module)):
                    setattr(module, key, None)
        import gc
    """,
    "hooks": """
        import sys, threading
        def trace(*args):
            raise RuntimeError
        def install():
            sys.settrace(trace)
            sys.setprofile(trace)
        threading.settrace(trace)
        sys.excepthook = sys.unraisablehook = trace
        install()
    """,
    "collector": """
        import gc
        def at_collection(phase, info):
            raise SystemExit
        gc.callbacks.append(at_collection)
        gc.set_threshold(1, 1, 1)
    """,
    "threads": """
        import threading, time, atexit
        def spin():
            while True:
                time.sleep(0.001)
        for _ in range(3):
            threading.Thread(target=spin, daemon=True).start()
        atexit.register(lambda: None)
    """,
    "imports": """
        import builtins, sys
        class Finder:
            def find_spec(self, *args):
                raise SystemExit
        sys.meta_path.insert(0, Finder())
        builtins.__import__ = None
    """,
    "linecache": """
        import linecache, importlib, traceback
        linecache.cache = linecache.getline = importlib.import_module = None
    """,
    "namespace": """
        class Bites:
            def __getattribute__(self, name):
                raise SystemExit(0)
            __eq__ = __bool__ = __repr__ = __getattribute__
            __hash__ = object.__hash__
        globals()[Bites()] = 1
        globals()[1] = Bites()
        __file__ = Bites()
        __name__ = Bites()
    """,
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_the_loop_goes_on(student: Client, attack: str) -> None:
    text = HOSTILE[attack] + "\n        def f(x):\n            x[0] = 7\n            return x + x\n"
    rows, _, _ = student.load({"hw.py": text}, "f")
    assert rows["f"][:2] == ("hw.py", "function")
    for _ in range(3):
        assert student.call("f", [1, 2]) == ("returned", [7, 2, 7, 2], True)


@pytest.mark.parametrize("attack", [name for name in HOSTILE if name != "namespace"])
def test_the_loop_goes_on_when_it_is_attacked_in_a_call(student: Client, attack: str) -> None:
    body = HOSTILE[attack].replace("\n", "\n    ")
    text = f"        def attack():{body}\n        def f(x):\n            return x + x\n"
    student.load({"hw.py": text}, "attack", "f")
    student.call("attack")
    assert student.call("f", [1]) == ("returned", [1, 1], False)


def test_a_submission_finds_no_module_of_the_grader(student: Client) -> None:
    text = "import sys\ndef f():\n    return [name for name in sys.modules if name.partition('.')[0] == 'grader']\n"
    student.load({"hw.py": text}, "f")
    assert student.call("f") == ("returned", [], False)


def test_prints_and_closed_streams_are_nobodys_business(student: Client) -> None:
    text = "import sys\nprint('x' * 10**6)\nsys.stdout.close()\ndef f():\n    sys.stderr.write('x')\n    return 1\n"
    student.load({"hw.py": text}, "f")
    assert student.call("f") == ("returned", 1, False)


def test_warnings_are_no_errors(student: Client) -> None:
    student.load({"hw.py": "import numpy as np\ndef f(x):\n    return np.log(x) / x\n"}, "f")
    assert student.call("f", np.zeros(2))[0] == "returned"
