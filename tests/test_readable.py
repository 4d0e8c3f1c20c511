"""Markdown and formulas as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.bank.readable import readable
from grader.bank.unlatex import unlatex


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"W_{hh}", "W_hh"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\mathrm{idf}(t) = \ln\frac{N}{\mathrm{df}(t)}", "idf(t) = ln N/df(t)"),
        (r"h_t = \tanh(x_t W_{xh} + h_{t-1} W_{hh} + b)", "h_t = tanh(x_t W_xh + h_(t−1) W_hh + b)"),
        (r"\operatorname{diag}(1 - h_t^2)\, W_{hh}^\top", "diag(1 − h_t²) W_hhᵀ"),
        (r"\partial h_t / \partial h_{t-1}", "∂h_t / ∂h_(t−1)"),
        (r"\begin{pmatrix} 1 & 0.5 \\ -2 & 3 \end{pmatrix}", "[1 0.5; −2 3]"),
        (r"QK^\top/\sqrt{d_k}", "QKᵀ/√d_k"),
        (r"\sqrt{a + b}", "√(a + b)"),
        (r"1.5 \cdot 10^{-3}", "1.5 · 10⁻³"),
        (r"\mathbb{R}^{n\times d}", "ℝ^(n × d)"),
        (r"z_t \odot h_{t-1}", "z_t ⊙ h_(t−1)"),
        (r"\lVert a \rVert_2 \le \gamma", "‖a‖_2 ≤ γ"),
        (r"\hat{y}", "y\u0302"),
        (r"\text{число слов}", "число слов"),
        (r"\unknown x", "unknown x"),
    ],
)
def test_a_formula_is_readable(latex: str, text: str) -> None:
    assert unlatex(latex) == text


def test_markdown_loses_its_marks() -> None:
    text = "Let **all** of *it* be `a_b * c`, see [the lesson](rnn/how#x): $x = 0.5$.\n\n$$y = 1$$"
    assert readable(text, "en") == "Let all of it be a_b * c, see the lesson: x = 0.5.\n\n    y = 1"
    assert readable("$x = 0.5$, версия 3.11", "ru") == "x = 0,5, версия 3.11"
    assert readable("```python\ndef f():\n    return 1\n```", "en") == "    def f():\n        return 1"


@settings(deadline=None)
@given(st.text(st.sampled_from("\\{}^_&~$ab1-=. frac sqrt begin end pmatrix left`*[]()"), max_size=60))
def test_any_text_comes_through(text: str) -> None:
    assert isinstance(readable(text, "ru"), str)
    assert isinstance(unlatex(text), str)
