"""Whatever lies in a folder of submissions is read or refused with a reason, and nothing blocks or escapes."""

from __future__ import annotations

import io
import os
import shutil
import socket
import stat
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from as_user import ordinary_user
from hypothesis import given, settings
from hypothesis import strategies as st

from grader import archive, basket
from grader.folder import RefusedError
from grader.model import Submission, ZachetkaError
from grader.names import shown, visible
from grader.submissions import intake, read_submission

CODE = b"def tfidf(counts):\n    return counts\n"


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return packed.getvalue()


def handed_in(path: Path) -> dict[str, Submission]:
    return {submission.name: submission for submission in intake(path).read()}


def names(submission: Submission) -> list[str]:
    return [source.name for source in submission.sources]


def why(submission: Submission) -> str:
    assert submission.refused is not None, names(submission)
    assert submission.sources == ()
    return submission.refused.id


# ---------------------------------------------------------------- what is read


def test_every_way_of_handing_in(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "hw.py").write_bytes(CODE)
    (tmp_path / "folder" / "notes.ipynb").write_bytes(b"{}")
    (tmp_path / "folder" / "data.csv").write_bytes(b"1,2")
    (tmp_path / "single.py").write_bytes(CODE)
    (tmp_path / "book.IPYNB").write_bytes(b"{}")
    (tmp_path / "packed.zip").write_bytes(zipped({"hw/tfidf.py": CODE, "hw/helper.py": b"", "hw/читай.txt": b""}))
    (tmp_path / "README.md").write_bytes(b"not a submission")
    taken = intake(tmp_path)
    assert {s.name: names(s) for s in taken.read()} == {
        "book": ["book.IPYNB"],
        "folder": ["hw.py", "notes.ipynb"],
        "packed": ["helper.py", "tfidf.py"],
        "single": ["single.py"],
    }
    assert taken.passed_over == ("README.md",)
    assert names(read_submission(tmp_path / "folder")) == ["hw.py", "notes.ipynb"]
    assert read_submission(tmp_path / "single.py").name == "single"


def test_rubbish_is_not_looked_at(tmp_path: Path) -> None:
    for name in (".hidden.py", "__MACOSX/._hw.py", "__pycache__/hw.py", ".ipynb_checkpoints/a.ipynb", "env/pyvenv.cfg"):
        (tmp_path / "ivanova" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "ivanova" / name).write_bytes(CODE)
    (tmp_path / "ivanova" / "env" / "lib.py").write_bytes(CODE)
    (tmp_path / "ivanova" / "part" / "deep").mkdir(parents=True)
    (tmp_path / "ivanova" / "part" / "deep" / "hw.py").write_bytes(CODE)
    (tmp_path / "ivanova" / "part" / "b.py").write_bytes(CODE)
    submission = handed_in(tmp_path)["ivanova"]
    assert names(submission) == ["b.py", "deep/hw.py"]
    assert [remark.id for remark in submission.remarks] == ["the virtual environment {name} was passed over"]


def test_a_folder_with_one_archive_is_that_archive(tmp_path: Path) -> None:
    (tmp_path / "ivanova").mkdir()
    (tmp_path / "ivanova" / "hw.zip").write_bytes(zipped({"hw.py": CODE}))
    assert names(handed_in(tmp_path)["ivanova"]) == ["hw.py"]


def test_the_digest_follows_names_and_bytes(tmp_path: Path) -> None:
    for folder, file, data in (("a", "x.py", b"1"), ("b", "x.py", b"1"), ("c", "y.py", b"1"), ("d", "x.py", b"2")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / file).write_bytes(data)
    a, b, c, d = (submission.sha256 for submission in handed_in(tmp_path).values())
    assert a == b
    assert len({a, c, d}) == 3


def test_two_of_one_name_are_both_graded(tmp_path: Path) -> None:
    (tmp_path / "ivanova").mkdir()
    (tmp_path / "ivanova" / "hw.py").write_bytes(CODE)
    (tmp_path / "ivanova.py").write_bytes(CODE)
    (tmp_path / "ivanova.zip").write_bytes(zipped({"hw.py": CODE}))
    (tmp_path / "ivanova.py.zip").write_bytes(zipped({"hw.py": CODE}))
    found = handed_in(tmp_path)
    assert sorted(found) == ["ivanova", "ivanova.py", "ivanova.py.zip", "ivanova.zip"]
    assert [len(found[name].remarks) for name in ("ivanova", "ivanova.py", "ivanova.zip")] == [1, 1, 1]


# ---------------------------------------------------------------- what is refused


def test_special_files_are_refused_and_never_opened(tmp_path: Path) -> None:
    secret = tmp_path.parent / "secret.py"
    secret.write_bytes(b"password = 1")
    root = tmp_path / "in"
    root.mkdir()
    (root / "link.py").symlink_to(secret)
    (root / "linked").symlink_to(tmp_path)
    os.mkfifo(root / "pipe.py")
    os.mkfifo(root / "pipe")
    for folder in ("inner", "innerpipe", "loop"):
        (root / folder).mkdir()
    (root / "inner" / "hw.py").symlink_to(secret)
    os.mkfifo(root / "innerpipe" / "hw.ipynb")
    (root / "loop" / "again").symlink_to(root / "loop")
    bound = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(root)
    bound.bind("talk.py")
    os.chdir(here)
    found = handed_in(root)
    assert {name: why(submission) for name, submission in found.items()} == dict.fromkeys(
        ("link", "linked", "pipe.py", "pipe", "inner", "innerpipe", "talk"), "{file} is {kind}, not a regular file"
    ) | {"loop": "there is no .py or .ipynb file in the folder"}
    assert "not a regular file" in found["loop"].remarks[0].id


def test_a_device_is_refused(tmp_path: Path) -> None:
    submission = read_submission(Path("/dev/zero"))
    assert why(submission) == "{file} is {kind}, not a regular file"


def test_a_link_in_place_of_a_checked_file_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hw.py").symlink_to("/etc/passwd")
    monkeypatch.setattr("grader.folder.Folder.mode", lambda *_: stat.S_IFREG | 0o644)  # as if swapped after the look
    assert why(read_submission(tmp_path / "hw.py")) == "{file} cannot be read: {reason}"


@pytest.mark.parametrize(("suffix", "size", "fine"), [(".py", 20, False), (".ipynb", 20, True), (".ipynb", 26, False)])
def test_large_files(tmp_path: Path, suffix: str, size: int, fine: bool) -> None:
    with open(tmp_path / f"big{suffix}", "wb") as file:
        file.truncate(size * 1_000_000)
    submission = handed_in(tmp_path)["big"]
    assert (submission.refused is None) == fine
    assert fine or "larger than" in why(submission)


def test_too_many_and_too_much(tmp_path: Path) -> None:
    for folder in ("many", "much"):
        (tmp_path / folder).mkdir()
    for number in range(basket.MOST_FILES + 1):
        (tmp_path / "many" / f"{number}.py").touch()
    for number in range(3):
        with open(tmp_path / "much" / f"{number}.ipynb", "wb") as file:
            file.truncate(24_000_000)
    found = handed_in(tmp_path)
    assert "more than {limit} .py" in why(found["many"])
    assert "together" in why(found["much"])


def test_a_deep_tree_ends(tmp_path: Path) -> None:
    (tmp_path / "deep" / "/".join("abcdefghij")).mkdir(parents=True)
    (tmp_path / "deep" / "hw.py").write_bytes(CODE)
    submission = handed_in(tmp_path)["deep"]
    assert names(submission) == ["hw.py"]
    assert "deeper" in submission.remarks[0].id


def test_unreadable_is_refused_with_the_reason() -> None:
    root = Path(tempfile.mkdtemp())
    try:
        root.chmod(0o755)
        for name in ("file.py", "folder"):
            (root / name).mkdir() if name == "folder" else (root / name).write_bytes(CODE)
            (root / name).chmod(0)
        with ordinary_user():
            found = handed_in(root)
        for submission in found.values():
            assert why(submission) == "{file} cannot be read: {reason}"
            assert submission.refused is not None
            assert dict(submission.refused.args)["reason"].id == "permission denied"  # type: ignore[union-attr]
    finally:
        shutil.rmtree(root)


def test_other_kinds_are_named(tmp_path: Path) -> None:
    (tmp_path / "hw.rar").write_bytes(b"Rar!")
    (tmp_path / "empty").mkdir()
    found = handed_in(tmp_path)
    assert "kind that is not read" in why(found["hw"])
    assert "no .py" in why(found["empty"])


def test_nothing_handed_in(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    with pytest.raises(ZachetkaError, match="there are no submissions"):
        intake(tmp_path)
    with pytest.raises(ZachetkaError, match="there is no"):
        intake(tmp_path / "missing")
    with pytest.raises(ZachetkaError, match="there is no"):
        read_submission(tmp_path / "missing.py")


# ---------------------------------------------------------------- names


def test_names_that_are_no_text_are_shown_escaped(tmp_path: Path) -> None:
    root = os.fsencode(tmp_path)
    for name in (
        b"\xff\xfe.py",
        b"a\nb.py",
        "\u202etxt.py".encode(),
        b"\\xff\\xfe.py",
        b"=cmd.py",
        "Ёлкин.py".encode(),
    ):
        with open(root + b"/" + name, "wb") as file:
            file.write(CODE)
    found = handed_in(tmp_path)
    assert sorted(found) == ["=cmd", "\\\\xff\\\\xfe", "\\u202etxt", "\\xff\\xfe", "a\\nb", "Ёлкин"]
    for submission in found.values():
        assert all(source.name.isprintable() for source in submission.sources)


@given(st.text(st.characters(codec=None), max_size=20), st.text(st.characters(codec=None), max_size=20))
def test_shown_names_print_and_stay_apart(one: str, other: str) -> None:
    assert all(char.isprintable() or char in "\u00a0\u202f" for char in visible(one))
    assert (shown(one) == shown(other)) == (one == other)


# ---------------------------------------------------------------- archives


def unpacked(data: bytes) -> Submission:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hw.zip"
        path.write_bytes(data)
        return read_submission(path)


@pytest.mark.parametrize("name", ["../hw.py", "/etc/hw.py", "a/../../hw.py", "..\\hw.py", "C:\\hw.py"])
def test_archive_entries_stay_inside(name: str) -> None:
    assert "leads out" in why(unpacked(zipped({"ok.py": CODE, name: CODE})))


def test_archive_links_are_refused() -> None:
    link = zipfile.ZipInfo("hw.py")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr(link, "/etc/passwd")
    assert "symbolic link" in why(unpacked(packed.getvalue()))


def test_bombs_are_refused() -> None:
    assert "larger than" in why(unpacked(zipped({"hw.py": bytes(30_000_000)})))
    assert "far more" in why(unpacked(zipped({"hw.ipynb": bytes(20_000_000)})))
    assert "more than {limit} entries" in why(unpacked(zipped({f"{n}.txt": b"" for n in range(2_500)})))
    many = zipped({f"{n}.ipynb": os.urandom(10_000) * 100 for n in range(60)})
    assert "together" in why(unpacked(many))


def test_what_a_header_promises_does_not_count() -> None:
    data = bytearray(zipped({"hw.py": bytes(8_000_000)}))
    size = (8_000_000).to_bytes(4, "little")
    lied = bytes(data).replace(size, (10).to_bytes(4, "little"))
    assert unpacked(lied).refused is not None


def test_encrypted_and_strange_archives() -> None:
    data = bytearray(zipped({"hw.py": CODE}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in why(unpacked(bytes(data)))
    strange = io.BytesIO()
    with zipfile.ZipFile(strange, "w", zipfile.ZIP_LZMA) as target:
        target.writestr("hw.py", CODE)
    assert "unusual" in why(unpacked(strange.getvalue()))
    assert "damaged" in why(unpacked(b"not an archive"))
    assert "no .py" in why(unpacked(zipped({"inner.zip": zipped({"hw.py": CODE})})))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_twice_counts_as_last() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr("hw.py", b"first")
        target.writestr("hw.py", b"last")
    submission = unpacked(packed.getvalue())
    assert [source.data for source in submission.sources] == [b"last"]
    assert "twice" in submission.remarks[0].id


@pytest.mark.parametrize("encoding", ["cp866", "utf-8"])
def test_cyrillic_names_of_old_archivers(encoding: str) -> None:
    name = "Домашка/решение.py".encode(encoding)
    plain = zipped({"x" * len(name): CODE})
    assert names(unpacked(plain.replace(b"x" * len(name), name).replace(b".py", b".py"))) == ["решение.py"]


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_damaged_archives_never_raise(data: st.DataObject) -> None:
    whole = bytearray(zipped({"a/hw.py": CODE * 20, "b.ipynb": b"{}", "c.txt": b"c"}))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(RefusedError):
        archive.unpack(bytes(whole), basket.Basket())
