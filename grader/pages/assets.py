"""Styles, fonts, scripts and images of a site, as they are copied."""

from __future__ import annotations

import re
from pathlib import Path

from grader.model import ZachetkaError, message

STYLES, FONTS, STATIC, BUNDLE = "site/styles", "site/fonts", "site/static", "site/bundle"
_IMPORT, _COMMENT = re.compile(r'@import "([a-z]+\.css)";'), re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE, _AROUND = re.compile(r"\s+"), re.compile(r" ?([{};,]) ?")


def assets(root: Path) -> dict[str, bytes]:
    """Every file that no page is made of; a ZachetkaError when the scripts have not been bundled."""
    bundle = root / BUNDLE
    if not (bundle / "app.js").is_file():
        absent = message("the scripts of the site are not bundled in {folder}: run `make bundle`", folder=BUNDLE)
        raise ZachetkaError(absent, status=3)
    files = {"assets/site.css": styles(root)}
    for folder, wanted in ((FONTS, "*.woff2"), (FONTS, "OFL-*.txt"), (STATIC, "*"), (BUNDLE, "*.js")):
        for path in sorted((root / folder).glob(wanted)):
            files[f"{_place(folder, path.name)}{path.name}"] = path.read_bytes()
    return files


def _place(folder: str, name: str) -> str:
    """The worker must lie at the root to see every page."""
    return "" if name == "sw.js" else "assets/fonts/" if folder == FONTS else "assets/"


def styles(root: Path) -> bytes:
    """All style sheets as one, in the order in which site.css names them, without comments and needless space."""
    folder = root / STYLES
    main = (folder / "site.css").read_text(encoding="utf-8")
    text = _IMPORT.sub(lambda named: (folder / named[1]).read_text(encoding="utf-8"), main)
    text = _SPACE.sub(" ", _COMMENT.sub("", text))
    return _AROUND.sub(r"\1", text).replace(";}", "}").replace(": ", ":").strip().encode()
