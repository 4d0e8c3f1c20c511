"""The plain text of a formula: `$W_{hh}$` is W_hh, `$\\frac{a}{b}$` is a/b, `$h^\\top$` is hᵀ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_TOKEN = re.compile(
    r"\\begin\{(\w+)\*?\}|\\end\{(\w+)\*?\}|\\([A-Za-z]+|.)|([{}^_&~])|(\s+)|([^\\{}^_&~\s])", re.DOTALL
)
_NAMED = """
alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε eta=η theta=θ lambda=λ mu=μ nu=ν pi=π rho=ρ sigma=σ tau=τ phi=φ
varphi=φ psi=ψ omega=ω Delta=Δ Sigma=Σ Omega=Ω ell=ℓ infty=∞ partial=∂ nabla=∇ top=ᵀ prime=′ emptyset=∅ int=∫
sum=Σ prod=∏
cdot=· times=× odot=⊙ oplus=⊕ pm=± circ=∘ star=⋆ ast=∗ setminus=∖ cup=∪ cap=∩ le=≤ leq=≤ ge=≥ geq=≥ ne=≠ neq=≠ approx=≈
equiv=≡ sim=∼ propto=∝ ll=≪ gg=≫ in=∈ notin=∉ subset=⊂ forall=∀ exists=∃ to=→ rightarrow=→ Rightarrow=⇒ mapsto=↦
ldots=… dots=… cdots=⋯ vdots=⋮ ddots=⋱ lVert=‖ rVert=‖ Vert=‖ |=‖ lvert=| rvert=| vert=| mid=| langle=⟨ rangle=⟩
lfloor=⌊ rfloor=⌋ lceil=⌈ rceil=⌉ lbrace={ rbrace=} colon=:
"""
_STYLES = """
left right big Big bigl bigr Bigl Bigr displaystyle textstyle limits nolimits bm boldsymbol mathbf mathrm mathit mathsf
mathcal mathtt text textbf textit texttt textrm operatorname underbrace overbrace mathop hphantom
"""
_SIGNS: Mapping[str, str] = MappingProxyType(
    {name: sign for name, _, sign in (p.partition("=") for p in _NAMED.split())}
)
_DROPPED = frozenset(_STYLES.split())
_BLANKS = {",": " ", "!": "", ";": " ", ":": " ", " ": " ", "quad": "  ", "qquad": "  ", "~": " "}
_SEPARATORS = {"&": "\t", "~": " "}
_ACCENTS = {"hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "vec": "\u20d7", "dot": "\u0307", "overline": "\u0304"}
_BLACKBOARD = {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "E": "𝔼"}
_RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
_RAISABLE = re.compile(r"[-−+]?[0-9]{1,3}")
_SIMPLE = re.compile(r"[\w.,′ᵀ√|]+|[\w.]*\([^()]*\)|\[[^\[\]]*\]")
_LOOSE = re.compile(r"\s*([=≈≠≤≥<>∈→⇒≡∼∝≪≫×⊙⊕·])\s*")
_CALLED = re.compile(r"\b(ln|log|exp|tanh|max|min|softmax) \(")
_DASHES = re.compile(r"(?<=[\w)\]′ᵀ⁰-⁹])\s*-\s*(?=[\w(√\[∂])")


def unlatex(latex: str) -> str:
    """A formula on one line; several rows of an alignment are separated by line breaks."""
    text = _Reader(latex).row()
    text = _DASHES.sub(" − ", text).replace("-", "−")
    text = _CALLED.sub(r"\1(", re.sub(r" (?=‖[_^²])", "", text))
    text = re.sub(r"_\((\w+) − (\w+)\)", r"_(\1−\2)", _LOOSE.sub(r" \1 ", text))
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


class _Reader:
    """Reads LaTeX from left to right."""

    def __init__(self, latex: str) -> None:
        self._tokens = list(_TOKEN.finditer(latex))
        self._place = 0

    def row(self, end: str = "") -> str:
        """The text up to the sign that closes a group, or up to the end."""
        parts: list[str] = []
        while self._place < len(self._tokens):
            token = self._tokens[self._place]
            self._place += 1
            if token[2] or token[4] == "}" == end:
                break
            if token[4] in ("^", "_"):
                parts.append(self._script(token[4]))
            else:
                parts.append(self._one(token))
        return "".join(parts)

    def _argument(self) -> str:
        """The next group or sign."""
        self._skip_blanks()
        if self._place >= len(self._tokens):
            return ""
        self._place += 1
        return self._one(self._tokens[self._place - 1])

    def _one(self, token: re.Match[str]) -> str:
        environment, _, command, sign, blank, character = token.groups()
        if environment:
            return self._environment(environment)
        if command:
            return self._command(command)
        if sign:
            return self.row("}") if sign == "{" else _SEPARATORS.get(sign, "")
        return " " if blank else character

    def _command(self, name: str) -> str:
        if name in ("frac", "dfrac", "tfrac"):
            above, below = self._argument(), self._argument()
            return f"{_grouped(above)}/{_grouped(below)}"
        if name == "sqrt":
            return f"√{_grouped(self._argument())}"
        if name == "mathbb":
            letter = self._argument()
            return _BLACKBOARD.get(letter, letter)
        if name in _ACCENTS:
            return self._argument() + _ACCENTS[name]
        if name == "\\":
            return "\n"
        if name in _DROPPED:
            return ""
        if name in _SIGNS:
            self._skip_blanks()
            return _SIGNS[name]
        return _BLANKS.get(name, f"{name} " if len(name) > 1 and self._word_follows() else name)

    def _skip_blanks(self) -> None:
        while self._place < len(self._tokens) and self._tokens[self._place][5]:
            self._place += 1

    def _word_follows(self) -> bool:
        """Whether a word such as tanh would run into what follows."""
        following = self._tokens[self._place][0] if self._place < len(self._tokens) else ""
        return following[:1].isspace() or following[:1].isalnum() or following[:1] == "\\"

    def _script(self, kind: str) -> str:
        text = self._argument().strip()
        if kind == "^" and (_RAISABLE.fullmatch(text) or text in ("ᵀ", "T", "′")):
            return "ᵀ" if text == "T" else text.translate(_RAISED)
        return f"{kind}{text}" if re.fullmatch(r"[\w,]+", text) else f"{kind}({text})"

    def _environment(self, name: str) -> str:
        rows = [[cell.strip() for cell in row.split("\t")] for row in self.row().strip().split("\n")]
        rows = [row for row in rows if any(row)]
        if name.endswith("matrix") or name == "array":
            return f"[{'; '.join(' '.join(row) for row in rows)}]"
        if name == "cases":
            return "{ " + "; ".join("  ".join(row) for row in rows)
        return "\n".join(" ".join(row) for row in rows)


def _grouped(text: str) -> str:
    """The text, in parentheses where it is more than one thing."""
    text = text.strip()
    return text if _SIMPLE.fullmatch(text) else f"({text})"
