"""The many ways to type one sign, brought to one: minus signs, multiplication signs, blanks, raised digits."""

from __future__ import annotations

import re
from types import MappingProxyType

_RAISED = MappingProxyType(dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-", strict=True)))
_FRACTIONS = MappingProxyType({"½": "(1/2)", "⅓": "(1/3)", "⅔": "(2/3)", "¼": "(1/4)", "¾": "(3/4)", "⅕": "(1/5)"})
_SIGNS = str.maketrans(
    {
        **dict.fromkeys(
            "\t\n\r\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
            " ",
        ),
        **dict.fromkeys("−‐‑‒–—﹣－", "-"),
        **dict.fromkeys("·×⋅∙•∗＊", "*"),
        **dict.fromkeys(":÷∕⁄／", "/"),
        **dict.fromkeys("，", ","),
        **dict.fromkeys("．", "."),
        **dict.fromkeys("＋﹢", "+"),
        **dict.fromkeys("（", "("),
        **dict.fromkeys("）", ")"),
        **dict.fromkeys("％", "%"),
        **dict.fromkeys("ˆ＾", "^"),
        **dict(zip("０１２３４５６７８９", "0123456789", strict=True)),
        **dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True)),
        **dict.fromkeys("еЕE", "e"),  # a Cyrillic е is typed as often
        **dict.fromkeys("πΠП", "pi"),
        **dict.fromkeys("√", "sqrt"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
        **_FRACTIONS,
    }
)
_EXPONENT = re.compile("[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def plain_signs(text: str) -> str:
    """The text in small letters with ASCII signs; `10⁻³` is `10^(-3)`."""
    raised = _EXPONENT.sub(lambda run: f"^({''.join(_RAISED[sign] for sign in run[0])})", text)
    return raised.translate(_SIGNS).lower()
