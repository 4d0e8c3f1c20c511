"""PyTorch modules as exercises: built, given parameters by name, run, compared, shown; and no PyTorch at all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from grader import code, torchmodule
from grader.calls import Answer, Returned
from grader.examples import Prepared
from grader.first import drawn
from grader.grading import Grader
from grader.judge import Effort, judge
from grader.load import load_course
from grader.model import Course, ExerciseReport, Message, Source, Submission, SubmissionReport, Verdict, ZachetkaError
from grader.moduleform import form_of
from grader.notes import fault, remarks
from grader.soundness import unsound
from grader.starter import outline, starter
from grader.trusted import Trusted
from grader.words import say

ROOT = Path(__file__).parent.parent
QUICK = Effort(calls=0)
WEIGHTS = {"W_xh": np.array([[1.0, 2.0], [0.5, -1.0], [2.0, 0.0]]), "W_hh": np.eye(2), "b": np.array([0.5, -0.5])}
INPUTS = np.array([[0.1, 0.2, 0.3]]), np.array([[0.4, -0.4]])
UPSTREAM = (np.array([[1.0, 2.0]]),)


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT)


@pytest.fixture(scope="module")
def prepared(course: Course) -> Prepared:
    return Prepared(course, course.exercises["torch-rnn-cell"], 3)


@pytest.fixture(scope="module")
def right(prepared: Prepared) -> Any:
    return code.reference(prepared.course, prepared.exercise)


def ran(kind: Any) -> tuple[Any, Any, Any]:
    return torchmodule.run(kind, (3, 2), WEIGHTS, INPUTS, UPSTREAM)


def said(kind: Any) -> str:
    _, _, notes = ran(kind)
    return say(fault(notes), "en")


def graded(prepared: Prepared, kind: Any) -> ExerciseReport:
    return judge(prepared, Trusted(prepared.answering(kind)), "hw.py", QUICK)


def derived(right: Any, **methods: Any) -> Any:
    return type("RNNCell", (right,), methods)


# ---------------------------------------------------------------- running


def test_outputs_and_gradients_are_those_of_the_equation(right: Any) -> None:
    (state,), gradients, notes = ran(right)
    x, h = INPUTS
    expected = np.tanh(x @ WEIGHTS["W_xh"] + h @ WEIGHTS["W_hh"] + WEIGHTS["b"])
    da = UPSTREAM[0] * (1 - expected**2)
    np.testing.assert_allclose(state, expected)
    np.testing.assert_allclose(gradients["W_xh"], x.T @ da)
    np.testing.assert_allclose(gradients["W_hh"], h.T @ da)
    np.testing.assert_allclose(gradients["b"], da.sum(axis=0))
    assert notes == []


def test_a_bias_free_linear_layer_is_loaded_transposed_and_remarked(right: Any) -> None:
    class Linear(nn.Module):
        def __init__(self, d: int, k: int) -> None:
            super().__init__()
            self.W_xh, self.W_hh = nn.Linear(d, k, bias=False), nn.Linear(k, k, bias=False)
            self.b = nn.Parameter(torch.zeros(k))

        def forward(self, x: Any, h: Any) -> Any:
            return torch.tanh(self.W_xh(x) + self.W_hh(h) + self.b)

    (state,), gradients, notes = ran(Linear)
    (expected,), slopes, _ = ran(right)
    np.testing.assert_allclose(state, expected)
    assert gradients.keys() == slopes.keys()
    for name, value in slopes.items():
        np.testing.assert_allclose(gradients[name], value)
    assert fault(notes) is None
    (remark,) = remarks(notes)
    assert say(remark, "en").startswith("W_xh, W_hh: kept in a bias-free nn.Linear")


def test_missing_extra_and_misshapen_parameters_are_named() -> None:
    class Odd(nn.Module):
        def __init__(self, d: int, k: int) -> None:
            super().__init__()
            self.W_xh, self.W_hh = nn.Parameter(torch.zeros(k, d)), nn.Linear(k, k)
            self.inner = nn.Sequential(nn.Linear(d, k))
            self.register_buffer("fine", torch.zeros(1))

    told = said(Odd)
    assert "missing parameters: b " in told
    assert "not asked for: inner.0.weight, inner.0.bias" in told
    assert "W_hh: this nn.Linear has a bias" in told
    assert "parameter W_xh has shape (2, 3) instead of (3, 2)" in told
    assert "fine" not in told


def test_the_same_is_said_in_russian() -> None:
    class Empty(nn.Module):
        def __init__(self, d: int, k: int) -> None:
            super().__init__()
            self.bias = nn.Parameter(torch.zeros(k))

    _, _, notes = ran(Empty)
    told = say(fault(notes), "ru")
    assert "W_xh, W_hh, b" in told
    assert "missing" not in told
    assert "not asked" not in told


def test_parameters_that_come_with_the_first_call_are_too_late(right: Any) -> None:
    class Lazy(nn.Module):
        def __init__(self, d: int, k: int) -> None:
            super().__init__()

        def forward(self, x: Any, h: Any) -> Any:
            self.W_xh = nn.Parameter(torch.zeros(3, 2))
            return h

    def forward(self: Any, x: Any, h: Any) -> Any:
        self.more = nn.Parameter(torch.zeros(2).double())
        return right.forward(self, x, h) + self.more

    assert "missing parameters: W_xh, W_hh, b" in said(Lazy)
    assert "not asked for: more" in said(derived(right, forward=forward))


def test_one_parameter_under_two_names_is_one(right: Any) -> None:
    def init(self: Any, d: int, k: int) -> None:
        right.__init__(self, d, k)
        self.W_hh = self.W_xh

    assert "missing parameters: W_hh" in said(derived(right, __init__=init))


def test_what_makes_no_module_is_told_so() -> None:
    assert "makes dict" in said(lambda d, k: {})


def test_a_module_that_answers_by_its_mode_is_wrong(right: Any) -> None:
    def noisy(self: Any, x: Any, h: Any) -> Any:
        return nn.functional.dropout(right.forward(self, x, h), 0.5, self.training)

    assert "train()" in said(derived(right, forward=noisy))


def test_a_gradient_that_does_not_arrive_is_none(right: Any) -> None:
    def forward(self: Any, x: Any, h: Any) -> Any:
        return torch.tanh(x @ self.W_xh.detach() + h @ self.W_hh + self.b)

    _, gradients, _ = ran(derived(right, forward=forward))
    assert [name for name, one in gradients.items() if one is None] == ["W_xh"]


def test_a_frozen_parameter_gets_no_gradient(right: Any) -> None:
    def init(self: Any, d: int, k: int) -> None:
        right.__init__(self, d, k)
        self.b.requires_grad_(False)

    _, gradients, _ = ran(derived(right, __init__=init))
    assert gradients["b"] is None
    assert gradients["W_xh"] is not None


def test_gradients_switched_off_outside_do_not_matter(right: Any) -> None:
    with torch.no_grad():
        _, gradients, _ = ran(right)
    assert all(one is not None for one in gradients.values())


@pytest.mark.parametrize("name", ["x", "b"])
def test_what_is_changed_in_place_is_changed_in_the_arguments(right: Any, name: str) -> None:
    def forward(self: Any, x: Any, h: Any) -> Any:
        state = right.forward(self, x.clone(), h)
        (x if name == "x" else self.b.data).mul_(2)
        return state

    weights, inputs = {key: value.copy() for key, value in WEIGHTS.items()}, tuple(one.copy() for one in INPUTS)
    (state,), _, _ = torchmodule.run(derived(right, forward=forward), (3, 2), weights, inputs, UPSTREAM)
    (expected,), _, _ = ran(right)
    np.testing.assert_allclose(state, expected)
    assert (inputs[0] != INPUTS[0]).all() == (name == "x")
    assert (weights["b"] != WEIGHTS["b"]).all() == (name == "b")


@pytest.mark.parametrize(
    "wrapped", [lambda state: (state,), lambda state: state.detach().numpy(), lambda state: {"h": state}]
)
def test_only_a_tensor_is_a_tensor(prepared: Prepared, right: Any, wrapped: Callable[[Any], Any]) -> None:
    def forward(self: Any, x: Any, h: Any) -> Any:
        return wrapped(right.forward(self, x, h))

    report = graded(prepared, derived(right, forward=forward))
    assert (report.verdict, report.score) == (Verdict.WRONG_ANSWER, 0.0)


# ---------------------------------------------------------------- judging


def test_the_reference_gets_full_marks_and_a_child_of_it_too(prepared: Prepared, right: Any) -> None:
    assert graded(prepared, right).verdict == Verdict.ACCEPTED
    assert graded(prepared, derived(right)).verdict == Verdict.ACCEPTED


def test_a_lost_gradient_is_named_and_diagnosed(prepared: Prepared, right: Any) -> None:
    def forward(self: Any, x: Any, h: Any) -> Any:
        return torch.tanh(x @ self.W_xh.data + h @ self.W_hh.data + self.b)

    report = graded(prepared, derived(right, forward=forward))
    assert say(report.why, "en") == "no gradient reaches W_xh, W_hh"
    assert [one.mistake for one in report.diagnosis] == ["cell_weights_by_data"]


def test_changed_parameters_cost_a_point(prepared: Prepared, right: Any) -> None:
    def forward(self: Any, x: Any, h: Any) -> Any:
        state = right.forward(self, x, h)
        self.b.data.add_(1)
        return state

    report = graded(prepared, derived(right, forward=forward))
    assert [check.name for check in report.checks if check.outcome == "failed"] == ["leaves_arguments_alone"]


@pytest.mark.parametrize("id", ["torch-rnn-cell", "torch-lstm-cell"])
def test_the_exercise_is_sound(course: Course, id: str) -> None:
    assert list(unsound(Prepared(course, course.exercises[id], 11))) == []


@pytest.mark.parametrize(
    "notes", [None, [], [()], ["text"], [("shape",)], [(1, 2)], [("missing", "a" * 9999)], 7, [["missing", "b"]]]
)
def test_notes_of_any_kind_are_read(notes: Any) -> None:
    told = fault(notes)
    assert (told is None) == (notes == [])
    assert len(say(told, "en")) < 500
    assert remarks(notes) == ()


# ---------------------------------------------------------------- showing


def test_a_counterexample_can_be_pasted(prepared: Prepared, right: Any) -> None:
    number = next(n for n, example in enumerate(prepared.examples) if example.case == "ordinary")
    space: dict[str, Any] = {"RNNCell": right, "torch": torch}
    before = torch.get_default_dtype()
    try:
        exec(prepared.shown(prepared.examples[number]), space)
    finally:
        torch.set_default_dtype(before)
    answer = prepared.expected[number]
    assert isinstance(answer, Returned)
    (state,), gradients, _ = answer.value  # type: ignore[misc]
    np.testing.assert_allclose(space["y"].detach().numpy(), state)
    for name, value in gradients.items():
        np.testing.assert_allclose(getattr(space["m"], name).grad.numpy(), value)


def test_only_what_differs_is_shown(prepared: Prepared) -> None:
    form, _ = form_of(code.reference(prepared.course, prepared.exercise))  # type: ignore[arg-type]
    one = np.array([1.0])

    def answer(gradient: Any) -> Answer:
        return Returned(((one,), {"W": one, "b": gradient}, []))

    assert form.shown_pair(answer(one), answer(None)) == ("m.b.grad = torch.tensor([1.])", "m.b.grad = None")
    assert form.shown_pair(answer(one), Returned((None, None, [("missing", "W")]))) == ("", "")
    assert form.shown_answer(answer(one)).count(" = ") == 3


def test_the_starter_is_a_class_that_loads(prepared: Prepared, tmp_path: Path) -> None:
    for lang in ("ru", "en"):
        text = starter(outline(prepared.course, prepared.exercise), drawn(prepared.course, prepared.exercise), lang)  # type: ignore[arg-type]
        space: dict[str, Any] = {}
        exec(compile(text, "starter", "exec"), space)
        assert isinstance(space["RNNCell"](3, 4), nn.Module)
        assert "W_xh: nn.Parameter, float (input_size, hidden_size)" in text
        assert "d_1" not in text


# ---------------------------------------------------------------- submissions


def submission(text: str) -> Submission:
    return Submission("hw", (Source("hw.py", text.encode()),), "0" * 64)


def report_on(course: Course, text: str, **options: Any) -> SubmissionReport:
    with Grader(course, 0, "process", **options) as grader:
        return grader.grade(submission(text))


PLAIN = """
import numpy as np

class RNNCell:
    def __init__(self, W_xh, W_hh, b):
        self.weights = W_xh, W_hh, b

    def __call__(self, x, h):
        W_xh, W_hh, b = self.weights
        return np.tanh(x @ W_xh + h @ W_hh + b)

def rnn_step(x, h, W_xh, W_hh, b):
    return RNNCell(W_xh, W_hh, b)(x, h)
"""
MODULE = "import torch\nfrom torch import nn\n\nclass RNNCell(nn.Module):\n    pass\n"


def test_a_helper_class_of_the_same_name_is_no_module(course: Course) -> None:
    report = report_on(course, PLAIN)
    assert [one.id for one in report.exercises] == ["rnn-step"]
    assert report.verdict == Verdict.ACCEPTED


def test_what_is_asked_for_must_be_a_module(course: Course) -> None:
    report = report_on(course, PLAIN.replace("W_xh, W_hh, b):\n        self", "d, k):\n        self").replace(
        "self.weights = W_xh, W_hh, b", "pass"
    ), exercises=["torch-rnn-cell"])  # fmt: skip
    assert report.verdict == Verdict.WRONG_ANSWER
    assert "no nn.Module" in say(report.exercises[0].why, "en")


def test_a_cell_imported_from_torch_is_not_handed_in(course: Course) -> None:
    report = report_on(course, "from torch.nn import RNNCell, LSTMCell\n")
    assert report.exercises == ()


# ---------------------------------------------------------------- without PyTorch


@pytest.fixture
def without_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    find = code.find_spec
    monkeypatch.setattr(code, "find_spec", lambda name: None if name == "torch" else find(name))


NEEDED = "exercise torch-rnn-cell needs PyTorch: pip install 'zachetka[torch]'"


@pytest.mark.usefixtures("without_torch")
def test_a_torch_exercise_that_is_asked_for_is_refused_in_one_sentence(course: Course) -> None:
    with pytest.raises(ZachetkaError) as caught:
        Grader(course, 0, "process", exercises=["rnn-step", "torch-rnn-cell"])
    assert str(caught.value) == NEEDED
    assert caught.value.status == 3


@pytest.mark.usefixtures("without_torch")
def test_a_module_nobody_asked_for_stops_no_run(course: Course) -> None:
    report = report_on(course, MODULE + PLAIN.partition("def rnn_step")[0].replace("RNNCell", "Helper") + (
        "def rnn_step(x, h, W_xh, W_hh, b):\n    return Helper(W_xh, W_hh, b)(x, h)\n"
    ))  # fmt: skip
    verdicts = {one.id: one.verdict for one in report.exercises}
    assert verdicts == {"rnn-step": Verdict.ACCEPTED, "torch-rnn-cell": Verdict.INTERNAL_ERROR}
    assert say(report.exercises[1].why, "en") == NEEDED


@pytest.mark.usefixtures("without_torch")
def test_other_submissions_are_graded_as_before(course: Course) -> None:
    assert report_on(course, PLAIN).verdict == Verdict.ACCEPTED


@pytest.mark.usefixtures("without_torch")
def test_lint_says_what_it_could_not_prove(course: Course) -> None:
    from grader.lint import lint

    exercise = course.exercises["torch-rnn-cell"]
    assert lint(course, [exercise.id]) == []  # so the other exercises are proved all the same
    with pytest.raises(ZachetkaError) as caught:
        Prepared(course, exercise, 0)
    assert (str(caught.value), caught.value.where) == (NEEDED, exercise.where)


QUIET = """
import sys
from pathlib import Path
from grader.examples import Prepared
from grader.lint import lint
from grader.load import load_course
course = load_course(Path({root!r}))
Prepared(course, course.exercises["rnn-step"], 0).examples
assert not lint(course, ["rnn-step", "softmax"])
assert "torch" not in sys.modules
"""


def test_torch_is_loaded_only_where_it_is_needed() -> None:
    subprocess.run([sys.executable, "-c", QUIET.format(root=str(ROOT))], check=True, cwd=ROOT)


def test_the_message_knows_both_languages() -> None:
    assert "PyTorch" in say(Message("exercise {id} needs PyTorch: pip install 'zachetka[torch]'", (("id", "x"),)), "ru")


def test_mistakes_are_classes_of_their_names(course: Course) -> None:
    for id in ("torch-rnn-cell", "torch-lstm-cell", "torch-self-attention"):
        exercise = course.exercises[id]
        module: ModuleType = code.load_module(course, f"solutions/mistakes/{exercise.module}.py")
        listed = {one.name for one in exercise.mistakes}
        written = {name for name, one in vars(module).items() if isinstance(one, type) and not name.startswith("_")}
        assert listed == written
