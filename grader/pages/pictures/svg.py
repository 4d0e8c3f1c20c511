"""Elements of SVG as text. Colours are classes, so that pictures follow the theme of the page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def tag(name: str, inside: str = "", /, **attributes: str | float) -> str:
    """An element; `class_` and `stroke_width` stand for what Python does not allow."""
    written = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value != "")
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def picture(width: float, height: float, parts: Iterable[str], alt: str, size: str) -> str:
    """A whole picture of one size; `alt` is what one sees and learns."""
    return tag(
        "svg",
        "".join(parts),
        class_=f"picture {size}",
        width=width,
        height=height,
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role="img",
        aria_label=escape(alt),
    )


def text(x: float, y: float, content: str, anchor: str = "start", class_: str = "", transform: str = "") -> str:
    """Words at a place; `content` is SVG already."""
    ends = "" if anchor == "start" else anchor
    return tag("text", content, x=x, y=y, text_anchor=ends, class_=class_, transform=transform)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> str:
    """A straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def rect(x: float, y: float, width: float, height: float, class_: str, opacity: float | str = "") -> str:
    """A rectangle."""
    return tag("rect", x=x, y=y, width=width, height=height, class_=class_, fill_opacity=opacity)


def path(points: Iterable[tuple[float, float]], class_: str) -> str:
    """A line through points."""
    return tag("path", d="M" + "L".join(f"{_value(x)} {_value(y)}" for x, y in points), class_=class_)


def _name(key: str) -> str:
    return key if key == "viewBox" else key.removesuffix("_").replace("_", "-")


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
