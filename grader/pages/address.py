"""Where the pages of a site are: paths from its root, whatever folder of a server that is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from grader.model import Lang, ZachetkaError, message


@dataclass(frozen=True, slots=True)
class Address:
    """The origin of a site, which may be unknown, and the folder it is served from, as `/` or `/course/`."""

    origin: str
    base: str

    def page(self, lang: Lang, path: str) -> str:
        """The link to a page; paths of pages end with a slash, that of the home page is empty."""
        return f"{self.base}{lang}/{path}"

    def file(self, path: str) -> str:
        """The link to a file."""
        return f"{self.base}{path}"

    def whole(self, link: str) -> str:
        """A link with the origin, for search engines; as it is where the origin is unknown."""
        return f"{self.origin}{link}"


def address(base_url: str) -> Address:
    """The address that `--base-url` names; without one the site is at the root of some server."""
    parts = urlsplit(base_url)
    elsewhere = parts.scheme in ("http", "https") and parts.netloc
    here = base_url[:1] in ("", "/") and not parts.netloc
    if not (elsewhere or here) or parts.query or parts.fragment:
        raise ZachetkaError(message("{url} is no address of a site: write https://example.org/course/", url=base_url))
    base = parts.path.strip("/")
    origin = f"{parts.scheme}://{parts.netloc}" if parts.scheme else ""
    return Address(origin, f"/{base}/" if base else "/")


def lesson(id: str) -> str:
    """The path of a lesson."""
    return f"{id}/"


def quiz(id: str) -> str:
    """The path of a lesson's questions."""
    return f"{id}/quiz/"


def cards(id: str) -> str:
    """The path of a deck: of a lesson, or of a topic."""
    return f"{id}/cards/" if "/" in id else f"cards/{id}/"


def interview(id: str) -> str:
    """The path of a lesson's interview question."""
    return f"{id}/interview/"


def exercise(id: str) -> str:
    """The path of an exercise."""
    return f"exercises/{id}/"
