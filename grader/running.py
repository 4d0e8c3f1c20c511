"""Running the text of a file in a module: what fails is passed over, and said."""

from __future__ import annotations
import __future__

import ast
import builtins
import linecache
from collections.abc import Collection
from importlib.util import decode_source
from pathlib import PurePosixPath
from types import CodeType
from typing import Any, Generic, Protocol, TypeVar, cast

from grader.hooks import unhooked
from grader.notebook import NotebookError, cells, compiled, helpers
from grader.remarks import Remark, failure, message
from grader.standin import StandIns

_REAL_BUILTINS = vars(builtins)
globals()["__builtins__"] = dict(_REAL_BUILTINS)  # out of a student's reach

MOST_FAILURES = 50
MOST_MISSING = 30
_FUTURE = 0
for _feature in __future__.all_feature_names:
    _FUTURE |= getattr(__future__, _feature).compiler_flag
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Unreadable(ImportError):
    """A file that is no source at all; `remark` says what it is."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark[0])
        self.remark = remark


class File(Protocol):
    """What is run: its names, bytes, and the namespace it runs in."""

    file: str
    data: bytes
    namespace: dict[str, Any]
    codes: list[CodeType]

    @property
    def path(self) -> str:
        """The file name in its code objects."""


Owner = TypeVar("Owner", bound=File)


class Runner(Generic[Owner]):
    """Runs files; `files` and `owners` grow with each, `remarks` with each failure that was passed over."""

    def __init__(self, remarks: list[Remark], siblings: Collection[str]) -> None:
        self.files: dict[str, str] = {}
        self.owners: dict[str, Owner] = {}
        self.stand_ins = StandIns()
        self._remarks = remarks
        self._siblings = siblings

    def run(self, entry: Owner) -> None:
        """Nothing; an exception only when the file cannot be run at all."""
        entry.namespace["__builtins__"] = _REAL_BUILTINS
        self._announce(entry, entry.path, entry.file)
        kept = len(self.stand_ins.names)
        try:
            match PurePosixPath(entry.file).suffix.lower():
                case ".py":
                    self._run_file(entry)
                case ".ipynb":
                    self._run_notebook(entry)
                case _:
                    raise Unreadable(message("{file} is neither a .py file nor a notebook", file=entry.file))
        finally:
            self.stand_ins.withdraw(kept)

    def source(self, entry: File) -> str:
        """The text of a file, of a notebook that of all its cells."""
        if entry.file.lower().endswith(".ipynb"):
            return "\n".join(cells(entry.data))
        return decode_source(entry.data)

    def _announce(self, entry: Owner, path: str, file: str) -> None:
        self.files[path], self.owners[path] = file, entry

    def _run_file(self, entry: Owner) -> None:
        if entry.data.startswith(_UTF_16):
            raise Unreadable(message("{file} is saved as UTF-16; save it as UTF-8", file=entry.file))
        if b"\0" in entry.data:
            raise Unreadable(message("{file} contains zero bytes, so it is no Python source", file=entry.file))
        code = compile(entry.data, entry.path, "exec", dont_inherit=True)
        entry.codes.append(code)
        _remember(entry.path, self.source(entry))
        if b"get_ipython" in entry.data:  # a notebook that was exported
            entry.namespace.update(helpers())
        rest = code
        for _ in range(MOST_FAILURES):
            error = self._attempt(entry, rest)
            if error is None:
                return
            said = failure(error, entry.file, self.files)
            stays = issubclass(type(error), Exception)  # an exit is meant: nothing below it is run
            following = _after(entry, code, error) if stays else None
            if following is None:
                self._remarks.append(message("{where}: {kind}: {text}", **said))
                return
            rest = following
            self._remarks.append(message("{where}: {kind}: {text}; the rest of the file was run all the same", **said))

    def _run_notebook(self, entry: Owner) -> None:
        try:
            sources = cells(entry.data)
        except NotebookError as error:
            raise Unreadable(message("{file} is no notebook: {text}", file=entry.file, text=str(error))) from None
        _remember(entry.path, "\n".join(sources))
        entry.namespace.update(helpers())
        flags = 0
        for number, source in enumerate(sources, 1):
            path, cell = f"{entry.path}[{number}]", f"{entry.file}[{number}]"
            self._announce(entry, path, cell)
            _remember(path, source)
            try:
                flags |= self._run_cell(entry, path, source, flags)
            except BaseException as error:
                said = failure(error, cell, self.files)
                self._remarks.append(message("{where}: {kind}: {text}; the cell was passed over", **said))

    def _run_cell(self, entry: Owner, path: str, source: str, flags: int) -> int:
        """The flags of `from __future__` imports, which later cells inherit; what stops the cell is raised."""
        code = compiled(source, lambda text: cast(CodeType, compile(text, path, "exec", flags, dont_inherit=True)))
        if code is None:
            return 0
        entry.codes.append(code)
        error = self._attempt(entry, code)
        if error is not None:
            raise error
        return code.co_flags & _FUTURE

    def _attempt(self, entry: Owner, code: CodeType) -> BaseException | None:
        """What stopped the code; it is run again, from a clean start, with stand-ins for modules that are not here."""
        clean = dict(entry.namespace)
        while True:
            try:
                unhooked(exec, code, entry.namespace)
            except BaseException as error:
                missing = self._missing(error)
                if missing is None:
                    return error
            else:
                return None
            self.stand_ins.names.append(missing)
            blanks = {"module": missing, "file": entry.file}
            self._remarks.append(message("{module} is not installed here: {file} may import, not use it", **blanks))
            entry.namespace.clear()
            entry.namespace.update(clean)

    def _missing(self, error: BaseException) -> str | None:
        """The module that a file of the student's itself imports and that is not installed."""
        if type(error) is not ModuleNotFoundError or type(error.name) is not str:
            return None
        known = self.stand_ins.names
        if error.name in known or len(known) >= MOST_MISSING or error.name.partition(".")[0] in self._siblings:
            return None
        step = error.__traceback__
        while step is not None and step.tb_next is not None:
            step = step.tb_next
        return error.name if step is not None and step.tb_frame.f_code.co_filename in self.files else None


def _after(entry: File, code: CodeType, error: BaseException) -> CodeType | None:
    """The code of the statements below the one that failed, or None."""
    step, line = error.__traceback__, 0
    while step is not None:
        if step.tb_frame.f_code.co_filename == entry.path and step.tb_frame.f_code.co_name == "<module>":
            line = step.tb_lineno
            break
        step = step.tb_next
    if not line:
        return None
    tree = cast(ast.Module, compile(entry.data, entry.path, "exec", ast.PyCF_ONLY_AST, dont_inherit=True))
    rest = [node for node in tree.body if _first_line(node) > line]
    if not rest:
        return None
    tree.body = rest
    return cast(CodeType, compile(tree, entry.path, "exec", code.co_flags & _FUTURE, dont_inherit=True))


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def _remember(path: str, text: str) -> None:
    """Nothing; tracebacks and inspect find the text of the file."""
    linecache.cache[path] = (len(text), None, text.splitlines(keepends=True), path)
