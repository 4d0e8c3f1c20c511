"""Submissions that git cannot hold or a disk should not: each `make_<name>(directory)` writes one and returns its path.

What is expected of them stands in `hostile/expected.yaml` under `generated:`.
"""

from __future__ import annotations

import json
import os
import random
import socket
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

RIGHT = """def document_frequency(counts):
    return (counts > 0).sum(axis=0)
"""


def makers() -> Mapping[str, Callable[[Path], Path]]:
    """All functions of this module that make a submission, by the name that follows `make_`."""
    found = {name: value for name, value in globals().items() if name.startswith("make_")}
    return {name.removeprefix("make_"): maker for name, maker in sorted(found.items())}


def _written(path: Path, data: str | bytes = RIGHT) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    _written(path / "hw.py")
    return path


def _archive(path: Path, files: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


# ---------------------------------------------------------------- no regular files


def make_fifo(directory: Path) -> Path:
    """A named pipe: whoever opens it waits for ever."""
    os.mkfifo(directory / "fifo.py")
    return directory / "fifo.py"


def make_fifo_in_a_folder(directory: Path) -> Path:
    """A named pipe beside a right file."""
    folder = _folder(directory / "fifo_in_a_folder")
    os.mkfifo(folder / "helpers.py")
    return folder


def make_socket(directory: Path) -> Path:
    """A unix socket with the name of a homework."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        here = os.open(directory, os.O_RDONLY)
        try:
            server.bind(f"/proc/self/fd/{here}/socket.py")  # the path of a socket must be short
        finally:
            os.close(here)
    return directory / "socket.py"


def make_endless_device(directory: Path) -> Path:
    """A link to a device that never ends."""
    (directory / "endless_device.py").symlink_to("/dev/zero")
    return directory / "endless_device.py"


def make_link_to_shadow(directory: Path) -> Path:
    """A link to a file that only root may read: its text would appear in a message."""
    (directory / "link_to_shadow.py").symlink_to("/etc/shadow")
    return directory / "link_to_shadow.py"


def make_link_to_solution(directory: Path) -> Path:
    """A link to the reference solution, which would be graded in the student's name."""
    (directory / "link_to_solution.py").symlink_to(Path(__file__).resolve().parents[2] / "solutions" / "tfidf.py")
    return directory / "link_to_solution.py"


def make_link_to_nothing(directory: Path) -> Path:
    """A link that leads nowhere."""
    (directory / "link_to_nothing.py").symlink_to("nowhere.py")
    return directory / "link_to_nothing.py"


def make_link_to_itself(directory: Path) -> Path:
    """A link to itself."""
    (directory / "link_to_itself.ipynb").symlink_to("link_to_itself.ipynb")
    return directory / "link_to_itself.ipynb"


def make_link_to_a_folder(directory: Path) -> Path:
    """A folder of a student that is a link to the solutions of the course."""
    (directory / "link_to_a_folder").symlink_to(Path(__file__).resolve().parents[2] / "solutions")
    return directory / "link_to_a_folder"


def make_links_in_a_folder(directory: Path) -> Path:
    """Links to a solution and to the solutions' folder beside a file that defines nothing."""
    folder = directory / "links_in_a_folder"
    folder.mkdir()
    _written(folder / "hw.py", "x = 1\n")
    solutions = Path(__file__).resolve().parents[2] / "solutions"
    (folder / "tfidf.py").symlink_to(solutions / "tfidf.py")
    (folder / "more").symlink_to(solutions)
    return folder


def make_many_links(directory: Path) -> Path:
    """Four thousand links with long names, each worth a remark."""
    folder = _folder(directory / "many_links")
    for number in range(4_000):
        (folder / f"{number:a>240}").symlink_to("nowhere")
    return folder


def make_folder_loop(directory: Path) -> Path:
    """A folder that contains a link to itself: a walk that follows links never ends."""
    folder = _folder(directory / "folder_loop")
    (folder / "again").symlink_to(folder)
    (folder / "up").symlink_to("..")
    return folder


def make_deep_folders(directory: Path) -> Path:
    """Folders 200 deep with a file at the bottom."""
    folder = directory / "deep_folders"
    (folder / Path(*["d"] * 200)).mkdir(parents=True)
    _written(folder / Path(*["d"] * 200) / "hw.py")
    return folder


def make_crowded_folder(directory: Path) -> Path:
    """Six thousand files."""
    folder = _folder(directory / "crowded_folder")
    for number in range(6000):
        (folder / f"n{number}.py").touch()
    return folder


def make_empty_folder(directory: Path) -> Path:
    """A folder without files."""
    (directory / "empty_folder").mkdir()
    return directory / "empty_folder"


def make_folder_called_like_a_file(directory: Path) -> Path:
    """A folder whose name ends in .py."""
    return _folder(directory / "folder_called_like_a_file.py")


def make_closed_file(directory: Path) -> Path:
    """A file without permissions: an ordinary user cannot read it, root can."""
    path = _written(directory / "closed_file.py")
    path.chmod(0)
    return path


# ---------------------------------------------------------------- contents of files


def make_twenty_megabytes(directory: Path) -> Path:
    """A source of 20 megabytes."""
    return _written(directory / "twenty_megabytes.py", RIGHT + "#" * 20_000_000)


def make_sparse_file(directory: Path) -> Path:
    """A source of 8 gigabytes that takes no room on the disk."""
    path = _written(directory / "sparse_file.py")
    os.truncate(path, 1 << 33)
    return path


def make_empty_file(directory: Path) -> Path:
    """A file without a byte."""
    return _written(directory / "empty_file.py", b"")


def make_invalid_utf8(directory: Path) -> Path:
    """A source with bytes that are no UTF-8, without a cookie."""
    return _written(directory / "invalid_utf8.py", RIGHT.encode() + b'"\xff\xfe\x80"\n')


def make_utf16_source(directory: Path) -> Path:
    """A source in UTF-16, as a Windows editor's "Unicode"."""
    return _written(directory / "utf16_source.py", RIGHT.encode("utf-16"))


def make_null_bytes(directory: Path) -> Path:
    """A source with NUL in it."""
    return _written(directory / "null_bytes.py", RIGHT.encode() + b"\x00\x00 x\n")


def make_unknown_cookie(directory: Path) -> Path:
    """A cookie that names an encoding nobody knows, or one that would unpack a bomb."""
    return _written(directory / "unknown_cookie.py", "# coding: zlib_codec\n" + RIGHT)


def make_random_bytes(directory: Path) -> Path:
    """Bytes of chance."""
    return _written(directory / "random_bytes.py", random.Random(7).randbytes(100_000))


def make_compiled_file(directory: Path) -> Path:
    """Byte code with the suffix of a source."""
    return _written(directory / "compiled_file.py", b"\xa7\x0d\x0d\x0a" + b"\x00" * 12 + b"\xe3" + b"\xff" * 300)


def make_deep_brackets(directory: Path) -> Path:
    """A source of a million brackets."""
    return _written(directory / "deep_brackets.py", RIGHT + "x = " + "(" * 1_000_000 + ")" * 1_000_000)


def make_long_sum(directory: Path) -> Path:
    """A sum of 300,000 terms: a recursive compiler overflows its stack."""
    return _written(directory / "long_sum.py", RIGHT + "x = " + "+".join("1" * 300_000) + "\n")


def make_exponent_bomb(directory: Path) -> Path:
    """Constants that a compiler would fold into gigabytes, and a name of a megabyte."""
    return _written(directory / "exponent_bomb.py", f"a = lambda: (((9 ** 99) ** 99) ** 99) ** 99 * 'x'\n{'n' * 1_000_000} = 1\n")


def make_deep_notebook(directory: Path) -> Path:
    """A notebook of 200,000 nested lists."""
    return _written(directory / "deep_notebook.ipynb", '{"cells": ' + "[" * 200_000 + "]" * 200_000 + "}")


def make_notebook_with_huge_number(directory: Path) -> Path:
    """A notebook whose format is a number of two million digits."""
    return _written(directory / "notebook_with_huge_number.ipynb", '{"cells": [], "nbformat": ' + "9" * 2_000_000 + "}")


def make_notebook_with_megabytes_of_output(directory: Path) -> Path:
    """A right notebook with eight megabytes of output: honest, as pictures and tables are outputs."""
    lines = ["0.123456789 " * 8 + "\n"] * 40_000
    shown = {"output_type": "stream", "name": "stdout", "text": lines}
    picture = {"output_type": "display_data", "metadata": {}, "data": {"image/png": "iVBORw0KGgo" * 350_000}}
    code = {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": 1, "outputs": [shown, picture], "source": RIGHT}
    notebook = {"cells": [code], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return _written(directory / "notebook_with_megabytes_of_output.ipynb", json.dumps(notebook))


def make_long_honest_file(directory: Path) -> Path:
    """A right source with two megabytes of comments and strings: honest, if tiring."""
    return _written(directory / "long_honest_file.py", "# длинный комментарий\n" * 30_000 + RIGHT + '"""' + "текст\n" * 50_000 + '"""\n')


def make_shadow_folder(directory: Path) -> Path:
    """A right file beside modules that Python and pytest import by themselves, each of which would end the process."""
    folder = _folder(directory / "shadow_folder")
    for name in ("conftest", "sitecustomize", "usercustomize", "encodings", "site", "os", "io", "posix", "builtins"):
        _written(folder / f"{name}.py", "raise SystemExit(0)\n")
    _written(folder / "evil.pth", "import os; os._exit(0)\n")
    return folder


# ---------------------------------------------------------------- names


def make_name_of_invalid_utf8(directory: Path) -> Path:
    """A file name that is no UTF-8."""
    path = os.fsencode(directory) + b"/\xff\xfe\xd0.py"
    with open(path, "w") as file:
        file.write(RIGHT)
    return Path(os.fsdecode(path))


def make_name_with_escapes(directory: Path) -> Path:
    """A file name with a line end and escapes for the terminal."""
    return _written(directory / "ivanov\n\x1b[2J\x1b[32maccepted\r.py")


def make_name_of_html(directory: Path) -> Path:
    """A file name that is a script."""
    return _written(directory / "<img src=x onerror=alert(1)>&amp;\"'.py")


def make_name_of_a_formula(directory: Path) -> Path:
    """A file name that a spreadsheet would run."""
    return _written(directory / "=HYPERLINK(\"http:192.0.2.1\";\"ok\").py")


def make_name_of_a_command(directory: Path) -> Path:
    """A file name that a spreadsheet would run as a command."""
    return _written(directory / "+cmd|' C calc'!A0,100.py")


def make_name_turned_around(directory: Path) -> Path:
    """A file name with marks of direction and of no width."""
    return _written(directory / "ivanov\u202eyp.\u2066\u200b\ufeff\u2028.py")


def make_name_of_an_option(directory: Path) -> Path:
    """A file name that looks like an option."""
    return _written(directory / "-rf --help $(id) `id` {0} %s.py")


def make_name_of_markup(directory: Path) -> Path:
    """A file name that is markup of the terminal and of Markdown."""
    return _written(directory / "[bold]x[-bold] [link=x] | `a` | **b**.py")


def make_name_of_many_letters(directory: Path) -> Path:
    """A file name as long as the system allows."""
    return _written(directory / ("я" * 126 + ".py"))


def make_name_in_capitals(directory: Path) -> Path:
    """A suffix in capitals, as old systems write it."""
    return _written(directory / "NAME_IN_CAPITALS.PY")


def make_names_in_a_folder(directory: Path) -> Path:
    """A folder with files of odd names, one of which is right."""
    folder = directory / "names_in_a_folder"
    folder.mkdir()
    for name in ("<script>.py", "=1+1.py", "a\nb.py", "\x1b[2J.py", ". .py", "....py", "\u202e.py"):
        _written(folder / name, "x = 1\n")
    _written(folder / "right\t.py")
    return folder


# ---------------------------------------------------------------- archives


def make_archive(directory: Path) -> Path:
    """An honest archive with a folder, rubbish of a Mac and a picture."""
    files = {"hw/main.py": "from tools import *\n", "hw/tools.py": RIGHT, "__MACOSX/hw/._main.py": b"\x00\x05", "hw/p.png": b"\x89PNG"}
    return _archive(directory / "archive.zip", files)


def make_archive_from_windows(directory: Path) -> Path:
    """An honest archive with names in cp866 and backslashes, as old Russian Windows packs them."""
    path = _archive(directory / "archive_from_windows.zip", {"@@@@@@@/@@@@.py": RIGHT})
    name = "Рабочая\\файл.py".encode("cp866")
    return _written(path, path.read_bytes().replace(b"@@@@@@@/@@@@.py", name))


def make_zip_bomb(directory: Path) -> Path:
    """One file of 256 megabytes of blanks in a megabyte."""
    path = directory / "zip_bomb.zip"
    block = b" " * (1 << 20)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open("hw.py", "w") as file:
        for _ in range(256):
            file.write(block)
    return path


def make_zip_bomb_of_many(directory: Path) -> Path:
    """Forty files of four megabytes each, none too large nor packed too well: 160 megabytes in three."""
    chance = random.Random(1)
    text = b"".join(b"#" * 3000 + chance.randbytes(30).hex().encode() + b"\n" for _ in range(1300))
    return _archive(directory / "zip_bomb_of_many.zip", {f"n{number}.py": text for number in range(40)})


def make_zip_in_zip(directory: Path) -> Path:
    """An archive in an archive in an archive."""
    path = _archive(directory / "inner.zip", {"hw.py": RIGHT})
    for _ in range(20):
        data = path.read_bytes()
        path = _archive(path, {f"{number}.zip": data for number in range(2)}, zipfile.ZIP_STORED)
        if len(data) > 1_000_000:
            break
    return path.rename(directory / "zip_in_zip.zip")


def make_overlapping_zip(directory: Path) -> Path:
    """A thousand entries that share one body of four megabytes: 4 gigabytes in 60 kilobytes."""
    body = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"#" * 4_000_000
    packed = body.compress(data) + body.flush()
    crc = zlib.crc32(data)

    def fields() -> bytes:
        return struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, crc, len(packed), len(data), 8, 0)

    local = b"PK\x03\x04" + fields() + b"0000a.py" + packed
    entries = b"".join(
        b"PK\x01\x02" + struct.pack("<H", 20) + fields() + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + f"{number:04}a.py".encode()
        for number in range(1000)
    )
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1000, 1000, len(entries), len(local), 0)
    return _written(directory / "overlapping_zip.zip", local + entries + end)


def make_crowded_zip(directory: Path) -> Path:
    """An archive of ten thousand empty files."""
    return _archive(directory / "crowded_zip.zip", {f"n{number}.py": b"" for number in range(10_000)}, zipfile.ZIP_STORED)


def make_zip_of_long_names(directory: Path) -> Path:
    """Twenty files whose names have sixty thousand letters each, and two of whose letters are escapes."""
    names = [f"\x1b{number}{'n' * 60_000}\u202e.py" for number in range(20)]
    return _archive(directory / "zip_of_long_names.zip", dict.fromkeys(names, RIGHT))


def make_climbing_zip(directory: Path) -> Path:
    """Entries that lead out of the archive."""
    return _archive(directory / "climbing_zip.zip", {"../../zachetka-left-by-a-zip.py": RIGHT, "hw.py": RIGHT})


def make_climbing_zip_of_windows(directory: Path) -> Path:
    """An entry that leads out of the archive by backslashes."""
    path = _archive(directory / "climbing_zip_of_windows.zip", {"@@@@@@zachetka-left.py": RIGHT})
    return _written(path, path.read_bytes().replace(b"@@@@@@", b"..\\..\\"))


def make_absolute_zip(directory: Path) -> Path:
    """An entry with an absolute path."""
    return _archive(directory / "absolute_zip.zip", {"/tmp/zachetka-left-by-a-zip.py": RIGHT})


def make_linking_zip(directory: Path) -> Path:
    """An entry that is a symbolic link, and a file below it."""
    path = directory / "linking_zip.zip"
    link = zipfile.ZipInfo("link")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc")
        archive.writestr("link/hw.py", RIGHT)
    return path


def make_encrypted_zip(directory: Path) -> Path:
    """An archive whose entries are marked as encrypted."""
    path = _archive(directory / "encrypted_zip.zip", {"hw.py": RIGHT}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return _written(path, bytes(data))


def make_broken_zip(directory: Path) -> Path:
    """An archive whose body was overwritten."""
    path = _archive(directory / "broken_zip.zip", {"hw.py": RIGHT * 50})
    data = bytearray(path.read_bytes())
    data[40:60] = b"\xff" * 20
    return _written(path, bytes(data))


def make_truncated_zip(directory: Path) -> Path:
    """The first half of an archive."""
    path = _archive(directory / "truncated_zip.zip", {"hw.py": random.Random(1).randbytes(5000)})
    return _written(path, path.read_bytes()[:2500])


def make_lying_zip(directory: Path) -> Path:
    """An archive whose directory says that 50 megabytes are ten bytes."""
    path = _archive(directory / "lying_zip.zip", {"hw.py": b" " * 50_000_000})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<L", 10)
    return _written(path, bytes(data))


def make_empty_zip(directory: Path) -> Path:
    """An archive without entries."""
    return _archive(directory / "empty_zip.zip", {})


def make_text_called_zip(directory: Path) -> Path:
    """A source with the suffix of an archive."""
    return _written(directory / "text_called_zip.zip")


def make_zip_with_one_name_twice(directory: Path) -> Path:
    """An archive with one name twice: a wrong function first, the right one last."""
    path = _archive(directory / "zip_with_one_name_twice.zip", {"hw1.py": "x = 1\n", "hw2.py": RIGHT})
    return _written(path, path.read_bytes().replace(b"hw2.py", b"hw1.py"))


def made(directory: Path) -> Iterator[tuple[str, Path]]:
    """All of them, written below `directory`, one by one with their names."""
    for name, maker in makers().items():
        yield name, maker(directory)
