"""Sources out of a zip archive, unpacked in memory only and under the same limits as a folder."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from grader.basket import DEEPEST, WHOLE, Basket, ignored, limit_of
from grader.folder import RefusedError, too_large
from grader.model import message
from grader.names import shown

LARGEST = 50_000_000
MOST_ENTRIES = 2_000
LONGEST_NAME = 1_000
RATIO = 200
_HEADER = b"PK\x01\x02"
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_CYRILLIC = range(0x400, 0x460)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    IndexError,
    struct.error,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


def unpack(data: bytes, basket: Basket) -> None:
    """Put the sources of an archive into the basket; a RefusedError when it is broken or hostile."""
    if data.count(_HEADER) > MOST_ENTRIES:  # counted before the directory is read into memory
        raise RefusedError(message("the archive has more than {limit} entries", limit=MOST_ENTRIES))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                _take(archive, info, basket)
    except RefusedError:
        raise
    except _BROKEN as error:
        raise RefusedError(message("the archive is damaged: {error}", error=shown(str(error)))) from error


def _take(archive: zipfile.ZipFile, info: zipfile.ZipInfo, basket: Basket) -> None:
    name = _name(info)
    if len(name) > LONGEST_NAME:
        raise RefusedError(message("an archive entry has a name of {size} characters", size=len(name)))
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or name[1:2] == ":":
        raise RefusedError(message("the archive entry {name} leads out of the archive", name=shown(name)))
    if stat.S_ISLNK(info.external_attr >> 16):
        raise RefusedError(message("the archive entry {name} is a symbolic link", name=shown(name)))
    limit = limit_of(name)
    if info.is_dir() or limit is None or any(ignored(part) for part in path.parts):
        return
    if len(path.parts) > DEEPEST:
        basket.remark(message("folders deeper than {depth} levels were passed over", depth=DEEPEST))
        return
    known = shown(name)
    if known in basket.sources:
        basket.remark(message("{file} is in the archive twice; the last one counts", file=known))
    basket.put(known, _read(archive, info, name, limit))


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limit: int) -> bytes:
    """The bytes of an entry, never more than the limit whatever the header promises."""
    if info.flag_bits & _ENCRYPTED:
        raise RefusedError(message("the archive is encrypted; hand it in without a password"))
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2):
        raise RefusedError(message("the archive is packed in an unusual way; make it with ordinary zip"))
    with archive.open(info) as file:
        data = file.read(min(limit, WHOLE) + 1)
    if len(data) > limit:
        raise too_large(name, limit)
    if len(data) > 1_000_000 and len(data) > RATIO * max(info.compress_size, 1):
        raise RefusedError(message("the archive entry {name} unpacks to far more than it holds", name=shown(name)))
    return data


def _name(info: zipfile.ZipInfo) -> str:
    """The name of an entry with forward slashes; names from old Russian Windows are cp866 behind cp437."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME and not name.isascii():
        name = _mended(name.encode("cp437", "replace"), name)
    return name.replace("\\", "/")


def _mended(raw: bytes, otherwise: str) -> str:
    for encoding in ("utf-8", "cp866"):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(ord(char) in _CYRILLIC for char in name):
            return name
    return otherwise
