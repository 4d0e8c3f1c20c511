"""Mutants of a reference: copies that are wrong in one small place, to prove that the checks would notice."""

from __future__ import annotations

import ast
import copy
import difflib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import islice

Change = Callable[[ast.AST], Iterator[ast.AST]]

ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
}
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
NAMES = {
    "sum": "mean", "mean": "sum", "max": "min", "min": "max", "zeros": "ones", "ones": "zeros",
    "zeros_like": "ones_like",
    "tril": "triu", "triu": "tril", "lower": "upper", "append": "extend", "any": "all", "all": "any", "log": "log2",
    "sqrt": "abs", "tanh": "sin", "exp": "exp2", "strip": "lstrip", "hstack": "vstack", "cumsum": "cumprod",
    "argmax": "argmin", "sorted": "list", "reversed": "list", "rstrip": "strip",
}  # fmt: skip
COMMUTATIVE = {"maximum", "minimum", "max", "min", "logical_and", "logical_or", "allclose"}
CONVERSIONS = {"int", "float", "tuple", "list"}  # tuples and lists, NumPy and Python scalars are interchangeable


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed module: its text, and the changed line before and after."""

    name: str
    before: str
    after: str
    text: str

    @property
    def diff(self) -> str:
        """The change in two lines."""
        return f"- {self.before}\n+ {self.after}"


def mutants(source: str, function: str, apart: Collection[str] = ()) -> list[Mutant]:
    """Every mutant of a function of a module, and of its helpers there, that still compiles; each text once.

    What is in `apart` is left as it is: functions that have mutants of their own.
    """
    tree = _bare(ast.parse(source))
    original = ast.unparse(tree)
    found: dict[str, Mutant] = {}
    # What an exception says is nobody's contract.
    said = {
        id(node) for one in ast.walk(tree) if isinstance(one, ast.Raise) for node in ast.walk(one) if node is not one
    }
    inside = {id(node) for body in _reached(tree, function, apart) for part in body.body for node in ast.walk(part)}
    for number, target in enumerate(ast.walk(tree)):
        if id(target) not in inside or id(target) in said:
            continue
        for change in CHANGES:
            for replacement in change(target):
                text = _replaced(tree, number, replacement)
                if text is not None and text != original and text not in found:
                    found[text] = _mutant(f"{function}:{len(found)}", original, text)
    return list(found.values())


def bare(source: str) -> str:
    """A module's text without what only a reader needs: annotations, docstrings, the import of jaxtyping."""
    return ast.unparse(_bare(ast.parse(source)))


def _reached(tree: ast.Module, function: str, apart: Collection[str]) -> list[ast.FunctionDef | ast.ClassDef]:
    """A function or class, and those it reaches within its module."""
    known = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    reached, waiting = {function: known[function]}, [function]
    while waiting:
        for node in ast.walk(known[waiting.pop()]):
            if isinstance(node, ast.Name) and node.id in known and node.id not in (*reached, *apart):
                reached[node.id] = known[node.id]
                waiting.append(node.id)
    return list(reached.values())


def _bare(tree: ast.Module) -> ast.Module:
    """A module without annotations, docstrings and jaxtyping, so that a mutant loads fast and differs only in code."""
    tree.body = [n for n in tree.body if not (isinstance(n, ast.ImportFrom) and n.module == "jaxtyping")]
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            node.body = [part for part in node.body if not isinstance(part, ast.AnnAssign) or part.value] or [
                ast.Pass()
            ]
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.Pass()]
        if isinstance(node, ast.FunctionDef):
            node.returns = None
            for argument in (*node.args.args, *node.args.kwonlyargs):
                argument.annotation = None
    return tree


def _replaced(tree: ast.Module, number: int, replacement: ast.AST) -> str | None:
    """The module's text with the node of that number replaced; None when it no longer compiles."""
    fresh = copy.deepcopy(tree)
    target = next(islice(ast.walk(fresh), number, None))

    class Swap(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return copy.deepcopy(replacement) if node is target else self.generic_visit(node)

    try:
        text = ast.unparse(ast.fix_missing_locations(Swap().visit(fresh)))
        compile(text, "<mutant>", "exec")
    except (SyntaxError, ValueError, AttributeError, TypeError):
        return None
    return text


def _mutant(name: str, original: str, text: str) -> Mutant:
    lines = [line for line in difflib.ndiff(original.splitlines(), text.splitlines()) if line[0] in "+-"]
    before, after = (" / ".join(line[2:].strip() for line in lines if line[0] == sign) for sign in "-+")
    return Mutant(name, before, after, text)


# ---------------------------------------------------------------- changes


def _operators(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp):
        for operator in ARITHMETIC.get(type(node.op), ()):
            yield ast.BinOp(node.left, operator(), node.right)
    if isinstance(node, ast.AugAssign):
        for operator in ARITHMETIC.get(type(node.op), ()):
            yield ast.AugAssign(node.target, operator(), node.value)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for comparison in COMPARISONS.get(type(node.ops[0]), ()):
            yield ast.Compare(node.left, [comparison()], node.comparators)
    if isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    if isinstance(node, ast.UnaryOp):
        yield node.operand


def _dropped_terms(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp):
        yield node.left
        yield node.right
    if isinstance(node, ast.BoolOp):
        for place in range(len(node.values)):
            rest = node.values[:place] + node.values[place + 1 :]
            yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def _constants(node: ast.AST) -> Iterator[ast.AST]:
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1)
    elif isinstance(value, float):
        yield ast.Constant(value + 1.0)
        yield ast.Constant(value * 2 if value else 1e-3)
    elif isinstance(value, str) and value:
        yield ast.Constant("")


def _calls(node: ast.AST) -> Iterator[ast.AST]:
    if not isinstance(node, ast.Call):
        return
    for place in range(len(node.keywords)):
        if node.keywords[place].arg != "dtype":
            yield ast.Call(node.func, node.args, node.keywords[:place] + node.keywords[place + 1 :])
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    for place in range(len(node.args) - 1 if name not in COMMUTATIVE else 0):
        args = list(node.args)
        args[place], args[place + 1] = args[place + 1], args[place]
        yield ast.Call(node.func, args, node.keywords)
    if len(node.args) == 1 and not node.keywords and name not in CONVERSIONS:
        yield node.args[0]
    if isinstance(node.func, ast.Attribute) and not node.args:
        yield node.func.value


def _names(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Attribute) and node.attr in NAMES:
        yield ast.Attribute(node.value, NAMES[node.attr], node.ctx)
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield node.value
    if isinstance(node, ast.Name) and node.id in NAMES and isinstance(node.ctx, ast.Load):
        yield ast.Name(NAMES[node.id], node.ctx)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.If | ast.IfExp):
        negated = ast.UnaryOp(ast.Not(), node.test)
        yield type(node)(negated, node.body, node.orelse)  # type: ignore[arg-type]
    if isinstance(node, ast.If | ast.AugAssign | ast.Raise | ast.Continue | ast.Break) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ):
        yield ast.Pass()
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and isinstance(node.slice, ast.Slice):
        yield node.value
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and len(node.value.elts) > 1:
        for place in range(len(node.value.elts) - 1):
            items = list(node.value.elts)
            items[place], items[place + 1] = items[place + 1], items[place]
            yield ast.Return(ast.Tuple(items, ast.Load()))


def _comprehensions(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.comprehension) and node.ifs:
        yield ast.comprehension(node.target, node.iter, [], node.is_async)


CHANGES: tuple[Change, ...] = (
    _operators, _dropped_terms, _constants, _calls, _names, _statements, _comprehensions,
)  # fmt: skip
