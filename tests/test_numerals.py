"""Numbers as learners type them."""

from __future__ import annotations

import math
import time
from contextlib import suppress

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from grader.bank.numerals import LONGEST, Reading, Unreadable, read_number

NBSP, THIN, NARROW, MINUS = "\u00a0", "\u2009", "\u202f", "\u2212"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0,41", 0.41),
        ("0.41", 0.41),
        (",5", 0.5),
        ("5.", 5.0),
        ("1 000", 1000.0),
        (f"1{NBSP}000", 1000.0),
        (f"12{THIN}345{NARROW}678,9", 12345678.9),
        (f"{MINUS}2", -2.0),
        ("–2", -2.0),
        ("1e-5", 1e-5),
        ("1Е−5", 1e-5),
        ("1,5·10^-3", 1.5e-3),
        ("1,5×10⁻³", 1.5e-3),
        ("2/3", 2 / 3),
        ("2:3", 2 / 3),
        ("½", 0.5),
        ("２/３", 2 / 3),
        ("ln(2)/3", math.log(2) / 3),
        ("ln 2/3", math.log(2) / 3),
        ("lg 100", 2.0),
        ("log10(1000)", 3.0),
        ("log2 8", 3.0),
        ("log₂(8)", 3.0),
        ("√2", math.sqrt(2)),
        ("SQRT(2)", math.sqrt(2)),
        ("exp(-1)", math.exp(-1)),
        ("e^2", math.e**2),
        ("2*π", 2 * math.pi),
        ("2·pi", 2 * math.pi),
        ("-2^2", -4.0),
        ("2^-1", 0.5),
        ("2**3**2", 512.0),
        ("6/2*3", 9.0),
        ("8-3-2", 3.0),
        ("--5", 5.0),
        ("2·−3", -6.0),
        ("(1+2)*3", 9.0),
        ("= 5", 5.0),
        ("≈0,4", 0.4),
        ("\u200b7\ufeff", 7.0),
    ],
)
def test_notations(typed: str, value: float) -> None:
    assert read_number(typed) == Reading(pytest.approx(value, rel=1e-15))


@pytest.mark.parametrize(("typed", "value"), [("40 %", 0.4), (f"40{NARROW}%", 0.4), ("2/5*100%", 0.4), ("−5％", -0.05)])
def test_a_percent_sign_divides_the_whole(typed: str, value: float) -> None:
    assert read_number(typed) == Reading(pytest.approx(value), percent=True)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "nothing"),
        ("   ", "nothing"),
        ("1,000.5", "second decimal mark"),
        ("1.2.3", "second decimal mark"),
        ("log(2)", "no base"),
        ("ln 2^3", "in parentheses"),
        ("(1", "parenthesis is not closed"),
        ("1)", "operation is missing"),
        ("2 3", "operation is missing"),
        ("2π", "operation is missing"),
        ("1 00", "operation is missing"),
        ("1½", "operation is missing"),
        ("1+", "it ends"),
        ("*2", "number is missing"),
        ("%", "it ends"),
        ("5%%", "operation is missing"),
        ("1/0", "by zero"),
        ("ln(0)", "no finite"),
        ("sqrt(-1)", "no finite"),
        ("(-8)^(1/3)", "no finite"),
        ("10^400", "no finite"),
        ("1e999", "no finite"),
        ("9^9^9^9", "no finite"),
        ("__import__('os')", "no meaning"),
        ("nan", "no meaning"),
        ("inf", "no meaning"),
        ("0x10", "no meaning"),
        ("1_000", "no meaning"),
        ("٣", "no meaning"),
        ("(" * 40 + "1" + ")" * 40, "deep"),
        ("2^" * 40 + "1", "deep"),
        ("1" * (LONGEST + 1), "longer"),
    ],
)
def test_what_cannot_be_read_says_why(typed: str, words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_number(typed)
    assert words in caught.value.why.id


NUMBERS = st.integers(0, 999).map(str) | st.decimals(0, 99, places=2).map(str)
TREES = st.recursive(
    NUMBERS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda part: f"({part[0]} {part[1]} {part[2]})"),
        st.tuples(inner, st.sampled_from("+-*/"), inner).map("".join),
        inner.map(lambda one: f"-{one}"),
        st.tuples(st.integers(0, 9).map(str), st.sampled_from(["2", "-2", "0.5"])).map("**".join),
        inner.map(lambda one: f"sqrt({one})"),
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(TREES)
def test_it_agrees_with_python(expression: str) -> None:
    assume(len(expression) <= LONGEST and expression.count("(") <= 18)
    try:
        expected = float(eval(expression, {"__builtins__": {}, "sqrt": math.sqrt}))
    except (ZeroDivisionError, ValueError, OverflowError, TypeError):
        with pytest.raises(Unreadable):
            read_number(expression)
        return
    assume(math.isfinite(expected))
    typed = expression.replace("**", "^").replace("*", "·").replace(".", ",").replace("-", MINUS)
    assert read_number(expression).value == pytest.approx(expected, rel=1e-12, abs=1e-300)
    assert read_number(typed).value == read_number(expression).value


LOOKALIKES = st.text(st.sampled_from("0123456789.,+-*/^() eElnogpi%√π½⁻³×·\u00a0\u2212log2sqrtexp"), max_size=LONGEST)


@settings(deadline=None)
@given(st.text(max_size=120) | LOOKALIKES)
def test_arbitrary_text_is_a_number_or_unreadable(typed: str) -> None:
    with suppress(Unreadable):
        assert math.isfinite(read_number(typed).value)


@pytest.mark.parametrize(
    "typed",
    ["(" * 10**6, "-" * 99, "1 000" * 10**5, "1e" + "9" * 97, "9^" * 49 + "9", "ln " * 33 + "2", "⁹" * 99, " " * 10**6],
)
def test_hostile_text_takes_no_time(typed: str) -> None:
    begun = time.process_time()
    with pytest.raises(Unreadable):
        read_number(typed)
    assert time.process_time() - begun < 0.05
